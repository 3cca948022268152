import { expect, signIn, test } from './fixtures.ts'
import { ask } from './support/api.ts'
import { seeEvidence } from './support/chart.ts'
import { overflowFaults } from './support/faults.ts'
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

test("an order shows every time that its problem came, and draws the one that is chosen @widths", async ({ page }) => {
  // At the tablet's and the phone's width somebody has closed it already, at the desk.
  await expect.poll(async () => (await ordersOf(page, 'EX-101')).length, { timeout: 60_000 }).toBe(2)
  const { number = '', id } = (await ordersOf(page, 'EX-101')).at(-1) ?? {}
  const { evidence } = await ask<OrderView>(page, 'workOrders.get', { id })
  await page.goto(`/work-orders/${number}`)
  const region = page.getByRole('region', { name: 'Evidence' })
  const episodes = region.getByRole('radiogroup', { name: `It came ${evidence.length} times` }).getByRole('radio')
  await expect(episodes).toHaveCount(evidence.length)
  const newest = region.getByRole('radiogroup').locator('label').first()
  await expect(episodes.first()).toBeChecked()
  await expect(newest, 'the newest is the worst of these').toContainText('worst')
  for (const row of await region.getByRole('radiogroup').locator('label').all()) await expect(row).toContainText(/lasted .* limit (45|60) °F/)
  expect(await overflowFaults(page, 'the order')).toEqual([])

  const facts = region.getByRole('definition')
  const before = await facts.allInnerTexts()
  await seeEvidence(page, (value, limit) => value < limit)
  await region.getByRole('radiogroup').locator('label').last().click()
  await expect(episodes.last()).toBeChecked()
  await expect(page).toHaveURL(/episode=/)
  await expect(facts.last()).toContainText(/Drive temperature.*, v1/)
  expect(await facts.allInnerTexts()).not.toEqual(before)
  await seeEvidence(page, (value, limit) => value < limit)
  await page.reload()
  await expect(episodes.last(), 'a link shares the episode').toBeChecked()
})

test('the history of an order tells what came again and again in one line, with every time', async ({ page }) => {
  const { number } = await openOrder(page, 'EX-101')
  await page.goto(`/work-orders/${number}`)
  const lines = await page.getByRole('list', { name: 'History' }).getByRole('listitem').allInnerTexts()
  // How the worker hears of the episodes decides how many lines there are; the same is never told twice in a row.
  const sentences = lines.map((line) => line.split('\n').find((part) => /[a-z]{3}/.test(part)) ?? line)
  expect(sentences.filter((sentence, index) => sentence === sentences[index - 1] && !sentence.includes('Priority raised'))).toEqual([])
  expect(sentences.join(' ')).toContain('Opened by Millwright.')
  expect(lines.filter((line) => /\d times: \d/.test(line)).length, 'five episodes do not make five lines').toBeGreaterThan(0)
})
