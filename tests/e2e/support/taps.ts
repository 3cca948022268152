import { expect, type Locator, type Page } from '@playwright/test'

/** MOST_TAPS is how many taps closing a condition order may take when item and activity are what is usual. */
const MOST_TAPS = 3

/**
 * closeInThreeTaps starts and closes the order on the page with the verdict "Confirmed" and whatever is filled in; it counts the taps,
 * types nothing, and sees that no verdict was filled in.
 */
export async function closeInThreeTaps(page: Page): Promise<void> {
  let taps = 0
  const tap = async (target: Locator): Promise<void> => {
    await target.tap()
    taps += 1
  }
  await tap(page.getByRole('button', { name: 'Start the work' }))
  const verdict = page.getByRole('radiogroup', { name: 'Was the alarm right?' })
  await expect(verdict).toBeVisible()
  await expect(verdict.getByRole('radio', { checked: true }), 'a verdict is never filled in').toHaveCount(0)
  await tap(verdict.getByText('Confirmed', { exact: true }))
  await tap(page.getByRole('button', { name: 'Close the order' }))
  await expect(page.getByRole('list', { name: 'Where the order is' }).locator('[aria-current=step]')).toHaveText('Closed')
  expect(taps).toBeLessThanOrEqual(MOST_TAPS)
}
