import type { Locator, Page } from '@playwright/test'
import { signIn } from './fixtures.ts'
import { ask, tell } from './support/api.ts'
import { openOrder, ordersOf } from './support/orders.ts'
import { enter } from './support/people.ts'
import { expect, test } from './support/trouble-test.ts'

const situation = (page: Page, words: string | RegExp): Locator => page.getByRole('main').getByRole('listitem').filter({ hasText: words })
const state = (page: Page): Locator => page.getByRole('list', { name: 'Where the order is' }).locator('[aria-current=step]')

/** command gives a command on an order as the person on the page, with the version that stands now. */
async function command(page: Page, id: string, name: string, payload: object = {}): Promise<void> {
  const { order } = await ask<{ order: { id: string; version: number } }>(page, 'workOrders.get', { id })
  await tell(page, `workOrders.${name}`, { id: order.id, opId: crypto.randomUUID(), version: order.version, ...payload })
}

test('the overview asks whoever may approve about a report, in the words of whoever filed it, until it is approved', async ({ page, browser }) => {
  const people = enter(browser)
  const requester = await people.page('requester')
  const title = `The guard rattles ${Date.now()}`
  const { nodes } = await ask<{ nodes: readonly { id: string; tag: string }[] }>(requester, 'assets.tree')
  await tell(requester, 'workOrders.create', { source: 'request', assetId: nodes.find(({ tag }) => tag === 'HE-201')?.id, title, priority: 3, idempotencyKey: crypto.randomUUID() })

  const technician = await people.page('technician')
  await technician.goto('/')
  await expect(technician.getByRole('heading', { level: 1, name: /need/ })).toBeVisible()
  await expect(situation(technician, title), 'who may not approve is not asked').toHaveCount(0)

  await signIn(page, 'supervisor')
  await page.goto('/')
  const asked = situation(page, `has work that waits for approval: ${title}`)
  await expect(asked).toContainText('Until somebody approves it, nobody plans or begins it.')
  await expect(asked).toContainText('reported by')
  await expect(asked).toContainText(/\d+ (s|min)\s*waiting/)
  await asked.getByRole('link', { name: /^Approve WO-/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(state(page)).toHaveText('Approved')
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: /need/ })).toBeVisible()
  await expect(situation(page, `approval: ${title}`)).toHaveCount(0)

  const { items } = await ask<{ items: readonly { id: string; title: string }[] }>(page, 'workOrders.list', { q: title })
  await command(page, items[0]?.id ?? '', 'cancel', { reason: 'only shown in a browser' })
  await people.leave()
})

test('what went away before anybody began is a quiet question after what still stands, with its course and the way to its readings', async ({ page, browser }) => {
  const people = enter(browser)
  await signIn(page, 'technician')
  const { number } = await openOrder(page, 'EX-101')
  await openOrder(page, 'HPU-201')
  await page.goto('/')
  const asked = situation(page, 'EX-101 Extruder drive recovered before anybody began: was the alarm right?')
  await expect(asked.getByRole('img', { name: 'A question' })).toBeVisible()
  await expect(asked.getByRole('img', { name: 'Recent course of EX-101' })).toBeVisible()
  await expect(asked).toContainText(/[\d.]+ °F\s*limit \d+ °F/)
  const order = await page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) }).allInnerTexts()
  const place = (words: string): number => order.findIndex((text) => text.includes(words))
  expect(place('HPU-201'), 'an alarm that stands comes first').toBeLessThan(place('EX-101'))

  await asked.getByRole('link', { name: 'Readings of EX-101' }).click()
  await expect(page.getByRole('table', { name: /temperature/ })).toBeVisible()
  await page.goBack()
  await asked.getByRole('link', { name: `Answer ${number}` }).click()
  await expect(page.getByRole('heading', { name: 'The problem went away by itself' })).toBeVisible()

  const manager = await people.page('manager')
  await manager.goto('/')
  await expect(manager.getByRole('heading', { level: 1, name: /need/ })).toBeVisible()
  await expect(situation(manager, 'was the alarm right?'), 'who may not close is not asked').toHaveCount(0)
  await people.leave()
})

test('a fault that comes back after its repair asks once whether the repair held; "no" reopens the order', async ({ page, browser, makeTrouble }) => {
  test.setTimeout(180_000)
  const people = enter(browser)
  const trouble = await makeTrouble({ point: 'TS2', limit: 118, failureMode: 'NOI' })
  const technician = await people.page('technician')
  const raised = async () => (await ordersOf(technician, 'HPU-201')).find(({ failureMode }) => failureMode === 'NOI')
  const openEpisodes = async (): Promise<number> => {
    const { evidence } = await ask<{ evidence: readonly { episode: { state: string } }[] }>(technician, 'workOrders.get', { id: (await raised())?.id })
    return evidence.filter(({ episode }) => episode.state === 'open').length
  }
  const feed = async (value: number, until: () => Promise<void>): Promise<void> => {
    await expect(async () => {
      await trouble.send(value)
      await until()
    }).toPass({ timeout: 60_000 })
  }
  await feed(128, async () => { expect(await raised()).toBeDefined() })
  const id = (await raised())?.id ?? ''
  await command(technician, id, 'start')
  await command(technician, id, 'complete', { verdict: 'confirmed', effect: 'averted', itemCode: 'PUMP', activityCode: 'replace' })
  await feed(90, async () => { expect(await openEpisodes()).toBe(0) })
  await feed(128, async () => { expect(await openEpisodes()).toBe(1) })

  await signIn(page, 'planner')
  await page.goto('/')
  const asked = situation(page, 'HPU-201 Hydraulic power unit shows the same fault again after its repair: did it not hold?')
  await expect(asked).toHaveCount(1)
  await expect(asked.getByRole('img', { name: /^Priority 3/ })).toBeVisible()
  await expect(asked).toContainText('limit 118 °C')
  await asked.getByRole('link', { name: /^Answer WO-/ }).click()
  await page.getByRole('button', { name: 'It did not hold: reopen' }).click()
  await expect(state(page)).toHaveText('Approved')
  await expect(page.getByRole('list', { name: 'History' })).toContainText('says that the repair did not hold: reopened.')

  await people.leave()
})
