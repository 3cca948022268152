import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { tell } from './support/api.ts'
import { busyLine, signInAt } from './support/busy-line.ts'
import { axeFaults, overflowFaults, seeWhole } from './support/faults.ts'
import { photo, plannedOrder } from './support/planned-order.ts'

const TABLET = { width: 820, height: 1180 }
test.use({ viewport: TABLET, hasTouch: true, contextOptions: { reducedMotion: 'reduce' } })

const THEMES = ['light', 'dark', 'sun'] as const

/** Looks at what stands on the screen, with what lies open in it, in every theme; the page is not loaded anew, so it stays open. */
async function look(page: Page, where: string): Promise<string[]> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await seeWhole(page)
  const faults = await overflowFaults(page, where)
  for (const theme of THEMES) {
    await page.evaluate((name) => { document.documentElement.dataset['theme'] = name }, theme)
    faults.push(...await axeFaults(page, `${where}, ${theme}`))
  }
  await page.setViewportSize(TABLET)
  return faults
}

const typePin = async (page: Page, pin: string): Promise<void> => {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).tap()
  await page.getByRole('button', { name: 'OK', exact: true }).tap()
}

test('every screen of the tablet is accessible in every theme, with all that opens in it, with what waits, what asks and what is missing', async ({ page, context }) => {
  test.setTimeout(240_000)
  const line = await busyLine()
  await signInAt(page, line, 'supervisor')
  const mine = await plannedOrder(page, line.plant, 1)
  const twice = await plannedOrder(page, line.plant, 2)
  const faults: string[] = []
  const see = async (where: string): Promise<void> => { faults.push(...await look(page, where)) }
  await signInAt(page, line, 'technician')
  await page.goto('/m')
  await see('set up')
  await page.getByRole('button', { name: 'Fetch my work' }).tap()
  await expect(page.getByText(mine.number).first()).toBeVisible()
  await page.goto('/m/settings')
  await expect(page.getByText('It opens without a network.')).toBeVisible()
  await context.setOffline(true)

  await page.goto(`/m/o/${twice.number}`)
  await page.getByRole('button', { name: 'Start' }).tap()
  await page.getByRole('button', { name: /^(Close the order|Complete the work)$/ }).tap()
  await expect(page.getByText(new RegExp(`^${twice.number} is `))).toBeVisible()
  await see('home, just closed, to be undone')
  await page.goto(`/m/o/${twice.number}`)
  await expect(page.getByText('This order is closed.')).toBeVisible()
  await see('a closed order')

  await page.goto(`/m/o/${mine.number}`)
  await see('an order before its start')
  await page.getByRole('button', { name: 'Start' }).tap()
  await page.getByRole('button', { name: 'All 2 others are OK' }).tap()
  await page.getByLabel(/^Value \(bar\)/).fill('much')
  await page.getByRole('button', { name: 'Keep', exact: true }).tap()
  await page.getByRole('button', { name: 'Used: V-belt, 2' }).tap()
  await page.getByLabel('What the next person should know').fill('Belt is nearly worn')
  await expect(page.getByText('Type a number.')).toBeVisible()
  await see('an order with its closing questions, a wrong answer and a typed comment')
  await page.getByLabel(/^Value \(bar\)/).fill('4.6')
  await page.getByRole('button', { name: 'Keep', exact: true }).tap()
  await page.getByRole('radio', { name: 'even' }).tap()
  await page.getByLabel('Take a photo').first().setInputFiles(await photo(10))
  await expect(page.getByText('Steps, 5 of 5')).toBeVisible()
  await page.getByRole('button', { name: 'Keep the comment' }).tap()
  await see('an order with every answer given')
  await page.goto(`/m/o/${mine.number}/hold`)
  await page.getByLabel(/^Remark/).fill('The belt is ordered')
  await see('letting it wait')
  await page.goto(`/m/o/${mine.number}/edit`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await see('changing what it says')

  await page.goto('/m/a/M-3')
  await see('a machine with nothing reported')
  await page.getByRole('button', { name: 'I’m on it' }).tap()
  await page.getByRole('button', { name: /^(Close the order|Complete the work)$/ }).tap()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await see('an emergency, closed with something missing')
  await page.goto('/m/a/M-1')
  await see('a machine with an order')
  await page.goto('/m/scan')
  await page.getByLabel('Code on the label').fill('m-1')
  await expect(page.getByRole('link', { name: /^M-1/ }).first()).toBeVisible()
  await see('machines that were found')
  await page.goto('/m/orders')
  await see('all orders')
  await page.getByRole('searchbox').fill('nothing like it')
  await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible()
  await see('no order that was searched')
  await page.goto('/m')
  await see('home with work')
  await page.goto('/m/outbox')
  await see('the outbox with what waits')

  // Somebody has cancelled meanwhile what was done here: a person must look at it.
  await signInAt(page, line, 'supervisor')
  await tell(page, 'workOrders.cancel', { id: twice.id, opId: crypto.randomUUID(), version: 3, reason: 'Filed twice' })
  await context.setOffline(false)
  await expect(page.getByRole('heading', { name: 'Needs you' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('heading', { name: 'Sent today' })).toBeVisible()
  await page.getByRole('button', { name: 'Leave it out' }).first().tap()
  await see('the outbox with what asks and its question')

  await page.goto('/m/people')
  await page.getByRole('button', { name: 'Set a PIN' }).tap()
  await see('the new PIN')
  await typePin(page, '1111')
  await expect(page.getByText('PIN kept on this tablet.')).toBeVisible()
  await page.getByRole('button', { name: /Let this person work on this tablet/ }).tap()
  await expect(page.getByRole('heading', { name: 'supervisor of the line' })).toBeVisible()
  await see('people')
  await page.getByRole('button', { name: 'Set a PIN' }).tap()
  await typePin(page, '2222')
  await page.getByRole('button', { name: 'Switch person' }).tap()
  await see('who works now')
  await page.getByRole('button', { name: 'technician of the line' }).tap()
  await typePin(page, '9999')
  await expect(page.getByText('This is not the PIN.')).toBeVisible()
  await see('a wrong PIN')
  expect(faults).toEqual([])
})
