import { signIn } from './fixtures.ts'
import { ask, tell } from './support/api.ts'
import { openOrder, ordersOf } from './support/orders.ts'
import { closeInThreeTaps } from './support/taps.ts'
import { expect, test } from './support/trouble-test.ts'

// The fan's first order is closed in three taps in technician-closes.spec.ts, as part of its story.
test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true })

test('a condition order like an earlier one closes in three taps: nothing typed, the verdict never filled in', async ({ page }) => {
  await signIn(page, 'technician')
  const { id, number } = await openOrder(page, 'EX-101')
  // Its problem went away before anybody began, so the page first asks whether to close it; somebody wants to look all the same.
  const { order, proposals } = await ask<{ order: { version: number }; proposals: readonly string[] }>(page, 'workOrders.get', { id })
  if (proposals.includes('close')) await tell(page, 'workOrders.acceptProposal', { id, opId: crypto.randomUUID(), version: order.version, proposal: 'close', accept: false })

  await page.goto(`/work-orders/${number}`)
  await closeInThreeTaps(page)

  // What the December order found is what was offered and kept.
  const outcome = page.getByRole('region', { name: 'What was found and done' })
  for (const words of ['Confirmed', 'Coupling', 'Adjusted']) await expect(outcome.getByText(words)).toBeVisible()
})

test('the first order of its kind closes in three taps too, for the class says what is usual', async ({ page, makeTrouble }) => {
  test.setTimeout(120_000)
  const trouble = await makeTrouble({ point: 'TS2', limit: 115, failureMode: 'INL' })
  await signIn(page, 'technician')
  let number = ''
  await expect(async () => {
    await trouble.send(125)
    const found = (await ordersOf(page, 'HPU-201')).find(({ failureMode, status }) => failureMode === 'INL' && status === 'approved')
    number = found?.number ?? ''
    expect(number).not.toBe('')
  }).toPass({ timeout: 60_000 })

  await page.goto(`/work-orders/${number}`)
  await closeInThreeTaps(page)
  const outcome = page.getByRole('region', { name: 'What was found and done' })
  for (const words of ['Confirmed', 'Main pump', 'Replaced']) await expect(outcome.getByText(words)).toBeVisible()
})
