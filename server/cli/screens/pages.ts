import type { Page } from '@playwright/test'
import { setTimeout as delay } from 'node:timers/promises'
import * as z from 'zod'
import { AppError } from '#server/core/kernel/errors.ts'
import { DAY_MS } from '#server/core/kernel/time.ts'

/** Shot is one page to be photographed: the file's name and the path. */
export interface Shot {
  readonly name: string
  readonly path: string
}

const TICKETS_WAIT_MS = 240_000
const LOOK_MS = 2_000

/** ask calls a tRPC query as the signed-in person. */
async function ask<Schema extends z.ZodType>(page: Page, procedure: string, input: object, schema: Schema): Promise<z.infer<Schema>> {
  const query = new URLSearchParams({ input: JSON.stringify(input) })
  const answer = await page.request.get(`/api/trpc/${procedure}?${query}`)
  const { result } = z.object({ result: z.object({ data: z.unknown() }) }).parse(await answer.json())
  return schema.parse(result.data)
}

const ordersSchema = z.object({ items: z.array(z.object({ number: z.string(), assetTag: z.string() })) })
const treeSchema = z.object({ nodes: z.array(z.object({ id: z.string(), tag: z.string() })) })
const sourcesSchema = z.array(z.object({ id: z.string(), kind: z.string() }))
const rulesSchema = z.array(z.object({ id: z.string(), definition: z.looseObject({ points: z.array(z.string()) }).nullable() }))
const BACKTEST_DAYS = 30

/** The order that vibration raised on the fan; it comes about two minutes after the start. */
async function orderFromVibration(page: Page): Promise<string> {
  const deadline = Date.now() + TICKETS_WAIT_MS
  for (;;) {
    const { items } = await ask(page, 'workOrders.list', { source: ['condition'], limit: 50 }, ordersSchema)
    const found = items.find((order) => order.assetTag === 'CT-301')
    if (found) return found.number
    if (Date.now() > deadline) throw new AppError('unavailable', `The demo raised no order on the fan within ${TICKETS_WAIT_MS / 1000} s.`)
    await delay(LOOK_MS)
  }
}

/** backtestOf tries a rule on the last days and gives the back-test's id, once it is done. */
async function backtestOf(page: Page, rule: z.infer<typeof rulesSchema>[number]): Promise<string> {
  const now = Date.now()
  const data = { ruleId: rule.id, definition: rule.definition, from: new Date(now - BACKTEST_DAYS * DAY_MS), to: new Date(now) }
  const answer = await page.request.post('/api/trpc/backtests.start', { data, headers: { origin: new URL(page.url()).origin } })
  const { result } = z.object({ result: z.object({ data: z.object({ id: z.string() }) }) }).parse(await answer.json())
  for (const deadline = now + TICKETS_WAIT_MS; ; await delay(LOOK_MS)) {
    const { state } = await ask(page, 'backtests.get', { id: result.data.id }, z.object({ state: z.string() }))
    if (state === 'done') return result.data.id
    if (state === 'failed' || Date.now() > deadline) throw new AppError('unavailable', `The back-test is ${state}.`)
  }
}

/** findShots waits until the demo has something to show on every page, and names the pages. */
export async function findShots(page: Page): Promise<Shot[]> {
  const order = await orderFromVibration(page)
  const { nodes } = await ask(page, 'assets.tree', {}, treeSchema)
  const fan = nodes.find((node) => node.tag === 'CT-301')
  const rules = await ask(page, 'rules.list', {}, rulesSchema)
  const rule = rules.find((one) => one.definition?.points.some((point) => point.startsWith('acc'))) ?? rules[0]
  const source = (await ask(page, 'sources.list', {}, sourcesSchema)).find((one) => one.kind === 'mqtt')
  return [
    { name: 'overview', path: '/' },
    { name: 'alarms', path: '/alarms' },
    { name: 'work-orders', path: '/work-orders' },
    { name: 'work-order', path: `/work-orders/${order}` },
    { name: 'assets', path: '/assets' },
    ...(fan ? [{ name: 'asset', path: `/assets/${fan.id}` }] : []),
    { name: 'rules', path: '/rules' },
    ...(rule ? [{ name: 'rule', path: `/rules/${rule.id}` }, { name: 'back-test', path: `/rules/${rule.id}?tab=backtest&run=${await backtestOf(page, rule)}` }] : []),
    { name: 'sources', path: '/sources' },
    ...(source ? [{ name: 'source', path: `/sources/${source.id}` }] : []),
    { name: 'add-source', path: '/sources/new' },
    { name: 'permits', path: '/permits' },
    { name: 'handover', path: '/handover' },
    { name: 'system', path: '/system' },
    { name: 'administration', path: '/admin' },
    { name: 'about', path: '/about' },
  ]
}
