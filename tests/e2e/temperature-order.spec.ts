import { expect, signIn, test } from './fixtures.ts'
import { ask } from './support/api.ts'
import { seeEvidence } from './support/chart.ts'
import { openOrder, ordersOf } from './support/orders.ts'

interface OrderView {
  readonly evidence: readonly { readonly data: { readonly firedAt: string; readonly rule: { readonly name: string } } | null }[]
}

test.beforeEach(async ({ page }) => { await signIn(page, 'technician') })

test('the hydraulic unit has an order raised from its oil temperature, with the evidence', async ({ page }) => {
  const order = await openOrder(page, 'HPU-201')
  await page.goto(`/work-orders/${order.number}`)
  await expect(page.getByRole('heading', { level: 1, name: /HPU-201 .*Oil temperature.*above its limit/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'If it waits' })).toContainText('Hot oil')
  await seeEvidence(page, (value, limit) => value > limit)
  await expect(page.getByRole('region', { name: 'Evidence' }).getByRole('definition').first()).toContainText('°C, limit')
})

test("the drive's December order is closed, and one January order carries every relapse", async ({ page }) => {
  const january = await openOrder(page, 'EX-101')
  const orders = await ordersOf(page, 'EX-101')
  expect(orders, 'one order for December and one for January').toHaveLength(2)
  const [december] = orders
  expect(december).toMatchObject({ status: 'closed', verdict: 'confirmed' })

  const { evidence } = await ask<OrderView>(page, 'workOrders.get', { id: january.id })
  const fired = evidence.flatMap(({ data }) => (data === null ? [] : [data.firedAt]))
  expect(new Set(fired).size, 'each relapse has its own frozen evidence').toBeGreaterThanOrEqual(3)
  expect(evidence.map(({ data }) => data?.rule.name), 'the worse rule raised the same order').toContain('Drive temperature very low')

  await page.goto(`/work-orders/${december?.number}`)
  await expect(page.getByRole('heading', { name: 'This order has ended' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'What was found and done' })).toContainText('The coupling slipped under load.')
  await seeEvidence(page, (value, limit) => value < limit)

  await page.goto(`/work-orders/${january.number}`)
  await expect(page.getByRole('img', { name: /Priority 1/ }).first()).toBeVisible()
  await expect(page.getByRole('table', { name: 'Similar cases' }).getByRole('row', { name: december?.number ?? '' })).toContainText('Coupling')
  await page.goto(`/assets/${january.assetId}`)
  const episodes = page.getByRole('table', { name: 'Incidents' }).getByRole('row').filter({ hasText: 'Drive temperature' })
  expect(await episodes.count()).toBeGreaterThanOrEqual(fired.length)
})
