import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../harness/database.ts'
import { until } from '../harness/process.ts'

const database = useTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'mw-demo-'))
const stop = new AbortController()
let server: Server
let working: Promise<void>

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** The machine door over real HTTP, without the rest of the web application. */
async function openDoor(): Promise<Server> {
  const { postReadings } = await import('#server/api/v1/readings.ts')
  const { getWorkOrders } = await import('#server/api/v1/work-orders.ts')
  const opened = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request)
      const asked = new Request(`http://127.0.0.1${request.url}`, {
        method: request.method ?? 'GET', headers: request.headers as Record<string, string>, ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
      })
      const answer = await (request.method === 'POST' ? postReadings : getWorkOrders)(asked, { params: Promise.resolve({}) })
      response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
    })()
  })
  opened.listen(0, '127.0.0.1')
  await once(opened, 'listening')
  return opened
}

/** What the worker does, in this process: drain the lane, and look after the tickets of what changed. */
async function work(): Promise<void> {
  const { drainOnce } = await import('#server/flows/drain-lane/index.ts')
  const { ensureTicket } = await import('#server/flows/ensure-ticket.ts')
  const { pause } = await import('#workers/connectors/batcher.ts')
  const [lane] = await database.query<{ no: number }>('SELECT no FROM lane')
  while (!stop.signal.aborted) {
    const { batches } = await drainOnce(lane?.no ?? 0)
    const messages = await database.query<{ no: string; org: string; topic: string; payload: { incidentId: string; cause: 'opened' } }>(
      'SELECT no::text, org_id AS org, topic, payload FROM outbox WHERE done_at IS NULL ORDER BY no')
    for (const { no, org, topic, payload } of messages) {
      // Whom to tell is another job's business.
      if (topic === 'incident.changed') await ensureTicket({ orgId: org, ...payload })
      await database.query('UPDATE outbox SET done_at = now() WHERE no = $1', [no])
    }
    if (batches === 0 && messages.length === 0) await pause(20, stop.signal)
  }
}

const STARTED = new Date(Math.floor(Date.now() / 1000) * 1000)

async function plan() {
  const { openMemory } = await import('#workers/demo/player-state.ts')
  const { PLAYER_KEYS } = await import('#prisma/seed/demo/sources.ts')
  const key = (name: keyof typeof PLAYER_KEYS): string => readFileSync(join(folder, 'secrets', PLAYER_KEYS[name].secret), 'utf8')
  const address = server.address()
  return {
    baseUrl: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    keys: { drive: key('drive'), hydraulic: key('hydraulic'), read: key('read') },
    startedAtMs: STARTED.getTime(),
    memory: openMemory(folder, { drive: { step: 'first', next: 0 }, hydraulic: { step: 'first', next: 0 }, fan: { next: 0, live: false, faultAt: null, faultSince: null } }),
    signal: stop.signal,
  }
}

beforeAll(async () => {
  const { seedDemo } = await import('#prisma/seed/demo/seed.ts')
  await seedDemo(folder, STARTED)
  server = await openDoor()
  working = work()
})
afterAll(async () => {
  stop.abort()
  await working
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const settled = (): Promise<void> =>
  until('everything is judged', async () => (await database.query(
    `SELECT 1 FROM inbox WHERE done_at IS NULL UNION ALL SELECT 1 FROM outbox WHERE done_at IS NULL LIMIT 1`)).length === 0, 60_000)
const orders = (tag: string) =>
  database.query<{ status: string; verdict: string | null; priority: number; mode: string; finished: Date | null; closed: Date | null }>(
    `SELECT w.status, w.verdict, w.priority, w.failure_mode AS mode, w.work_finished_at AS finished, w.closed_at AS closed
       FROM work_order w JOIN asset a ON a.id = w.asset_id WHERE a.tag = $1 ORDER BY w.no`, [tag])
const episodes = (tag: string) =>
  database.query<{ state: string; priority: number; suppressed: boolean; opened: string }>(
    `SELECT i.state, i.priority, i.suppressed, to_char((i.opened_at - ($2::timestamptz - '2014-02-19T15:25:00Z'::timestamptz)) AT TIME ZONE 'UTC', 'MM-DD HH24:MI') AS opened
       FROM incident i JOIN asset a ON a.id = i.asset_id WHERE a.tag = $1 ORDER BY i.opened_at`, [tag, STARTED])

describe('the demo, played from the recordings', () => {
  test('the drive: December repaired and closed, the shutdown suppressed, January one order for all its relapses', { timeout: 120_000 }, async () => {
    const { playDrive } = await import('#workers/demo/history.ts')
    await playDrive(await plan())
    await settled()
    expect(await episodes('EX-101')).toEqual([
      { opened: '12-10 08:50', state: 'resolved', priority: 3, suppressed: false },
      { opened: '12-16 08:30', state: 'resolved', priority: 1, suppressed: true },
      { opened: '01-28 17:30', state: 'resolved', priority: 3, suppressed: false },
      { opened: '01-29 17:45', state: 'resolved', priority: 3, suppressed: false },
      { opened: '01-30 19:30', state: 'resolved', priority: 3, suppressed: false },
      { opened: '02-03 07:40', state: 'resolved', priority: 3, suppressed: false },
      { opened: '02-07 18:45', state: 'resolved', priority: 1, suppressed: false },
    ])
    const [december, january, ...more] = await orders('EX-101')
    expect(more).toEqual([])
    expect(december).toMatchObject({ status: 'closed', verdict: 'confirmed', mode: 'PDE', priority: 3 })
    expect(STARTED.getTime() - (december?.finished?.getTime() ?? 0)).toBeGreaterThan(70 * 86_400_000)
    expect(january).toMatchObject({ status: 'approved', verdict: null, mode: 'PDE', priority: 1 })
  })

  test('the hydraulic unit: one order, raised once the cooler is near failure, still open', { timeout: 120_000 }, async () => {
    const { playHydraulic } = await import('#workers/demo/history.ts')
    await playHydraulic(await plan())
    await settled()
    expect(await orders('HPU-201')).toMatchObject([{ status: 'approved', priority: 2, mode: 'OHE' }])
    expect(await episodes('HPU-201')).toMatchObject([{ state: 'open', priority: 2, suppressed: false }])
  })

  test('a player that begins again sends nothing twice and makes no second order', { timeout: 120_000 }, async () => {
    const { playDrive, playHydraulic } = await import('#workers/demo/history.ts')
    const before = await database.query('SELECT count(*)::int AS n, sum(count)::int AS readings FROM inbox WHERE kind = $1', ['readings'])
    rmSync(join(folder, 'demo-player.json'))
    await playHydraulic(await plan())
    await playDrive(await plan())
    await settled()
    expect(await database.query('SELECT count(*)::int AS n, sum(count)::int AS readings FROM inbox WHERE kind = $1', ['readings'])).toEqual(before)
    expect(await orders('HPU-201')).toHaveLength(1)
    expect(await orders('EX-101')).toHaveLength(2)
  })
})
