import { createUser } from '#server/modules/people/index.ts'
import { now } from '#server/platform/clock.ts'
import { systemTx } from '#server/platform/db.ts'
import { seedLarge } from '#prisma/seed/scenarios/large.ts'
import { startInstallation } from './installation.ts'
import { quantile } from './statistics.ts'

const SIZE = { assets: 5000, orders: 20_000, readings: 10_000_000 }
const REPEATS = 60
const WARM_UP = 5
const DAY_MS = 86_400_000
const PASSWORD = 'a password for one benchmark'

interface Question {
  readonly name: string
  readonly path: string
  readonly input: (i: number) => unknown
}

async function questions(orgId: string): Promise<Question[]> {
  const [assets, points, words] = await systemTx(
    async (client) => [
      (await client.query<{ id: string }>(`SELECT id FROM asset WHERE org_id = $1 AND level = 'machine' ORDER BY id LIMIT 200`, [orgId])).rows,
      (await client.query<{ id: string }>('SELECT id FROM point WHERE org_id = $1 ORDER BY no LIMIT 200', [orgId])).rows,
      (await client.query<{ tag: string }>(`SELECT tag FROM asset WHERE org_id = $1 AND level = 'machine' ORDER BY id DESC LIMIT 200`, [orgId])).rows,
    ],
    orgId,
  )
  const pick = <T>(list: readonly T[], i: number): T => {
    const item = list[i % list.length]
    if (item === undefined) throw new Error('the scenario is empty')
    return item
  }
  const end = now()
  const series = (days: number) => (i: number) => ({
    pointIds: [pick(points, i).id], from: new Date(end.getTime() - days * DAY_MS).toISOString(), to: end.toISOString(), buckets: 600,
  })
  return [
    { name: 'overview', path: 'overview.get', input: () => ({}) },
    { name: 'asset tree (5,000)', path: 'assets.tree', input: () => ({}) },
    { name: 'one asset', path: 'assets.get', input: (i) => ({ id: pick(assets, i).id }) },
    { name: 'trend of 24 h', path: 'telemetry.series', input: series(1) },
    { name: 'trend of 30 d', path: 'telemetry.series', input: series(30) },
    { name: 'orders, open ones first', path: 'workOrders.list', input: () => ({ limit: 50 }) },
    { name: 'orders, filtered', path: 'workOrders.list', input: () => ({ status: ['approved', 'in_progress'], priority: [1, 2], limit: 50 }) },
    { name: 'orders, searched', path: 'workOrders.list', input: (i) => ({ q: pick(words, i).tag, limit: 50 }) },
    { name: 'orders of one asset', path: 'workOrders.list', input: (i) => ({ assetId: pick(assets, i).id, limit: 50 }) },
    { name: 'sources', path: 'sources.list', input: () => undefined },
    { name: 'rules', path: 'rules.list', input: () => undefined },
  ]
}

async function signIn(address: string, email: string): Promise<string> {
  const answer = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: address }, body: JSON.stringify({ email, password: PASSWORD }),
  })
  if (!answer.ok) throw new Error(`sign-in failed: ${answer.status} ${await answer.text()}`)
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ')
}

async function ask(address: string, cookie: string, question: Question, i: number): Promise<number> {
  const input = question.input(i)
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
  const begun = performance.now()
  const answer = await fetch(`${address}/api/trpc/${question.path}${query}`, { headers: { cookie } })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${question.path} answered ${answer.status}: ${text.slice(0, 400)}`)
  return performance.now() - begun
}

/** listsBench measures how long the lists and charts take over HTTP on a large plant, one request after the other. */
export async function listsBench(): Promise<Record<string, unknown>> {
  const installation = await startInstallation()
  try {
    const { orgId } = await seedLarge(SIZE, now().getTime())
    const email = 'bench@example.com'
    await createUser({ orgId, email, name: 'Bench', password: PASSWORD, roles: [{ role: 'admin', siteId: null }] })
    const cookie = await signIn(installation.address, email)
    const results: Record<string, { p50: number; p95: number }> = {}
    for (const question of await questions(orgId)) {
      for (let i = 0; i < WARM_UP; i++) await ask(installation.address, cookie, question, i)
      const times: number[] = []
      for (let i = 0; i < REPEATS; i++) times.push(await ask(installation.address, cookie, question, WARM_UP + i))
      results[question.name] = { p50: Math.round(quantile(times, 0.5) * 10) / 10, p95: Math.round(quantile(times, 0.95) * 10) / 10 }
      console.log(`${question.name}: p50 ${results[question.name]?.p50} ms, p95 ${results[question.name]?.p95} ms`)
    }
    return { bench: 'lists', ...SIZE, repeats: REPEATS, milliseconds: results }
  } finally {
    await installation.close()
  }
}
