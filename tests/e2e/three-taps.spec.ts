import type { Locator } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { ask, tell } from './support/api.ts'
import { openOrder } from './support/orders.ts'

const MOST_TAPS = 3

test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true })

test('a condition order like an earlier one closes in three taps: nothing typed, the verdict never filled in', async ({ page }) => {
  await signIn(page, 'technician')
  const { id, number } = await openOrder(page, 'EX-101')
  // Its problem went away before anybody began, so the page first asks whether to close it; somebody wants to look all the same.
  const { order, proposals } = await ask<{ order: { version: number }; proposals: readonly string[] }>(page, 'workOrders.get', { id })
  if (proposals.includes('close')) await tell(page, 'workOrders.acceptProposal', { id, opId: crypto.randomUUID(), version: order.version, proposal: 'close', accept: false })

  await page.goto(`/work-orders/${number}`)
  let taps = 0
  const tap = async (target: Locator): Promise<void> => {
    await target.tap()
    taps += 1
  }
  await tap(page.getByRole('button', { name: 'Start the work' }))
  const verdict = page.getByRole('radiogroup', { name: 'Was the alarm right?' })
  await expect(verdict).toBeVisible()
  await expect(verdict.getByRole('radio', { checked: true })).toHaveCount(0)
  await tap(verdict.getByText('Confirmed', { exact: true }))
  await tap(page.getByRole('button', { name: 'Close the order' }))
  await expect(page.getByRole('list', { name: 'Where the order is' }).locator('[aria-current=step]')).toHaveText('Closed')
  expect(taps).toBeLessThanOrEqual(MOST_TAPS)

  // What the December order found is what was offered and kept.
  const outcome = page.getByRole('region', { name: 'What was found and done' })
  for (const words of ['Confirmed', 'Coupling', 'Adjusted']) await expect(outcome.getByText(words)).toBeVisible()
})
