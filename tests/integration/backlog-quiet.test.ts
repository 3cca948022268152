import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import { acceptBatch } from '#server/modules/telemetry/index.ts'
import { newId } from '#server/platform/ids.ts'
import { provideEnv } from '#server/platform/env.ts'
import { prepareQueue } from '#server/queue/backend.ts'
import { closeQueues } from '#server/queue/client.ts'
import { startWorker, type WorkerProcess } from '#tests/faults/worker-process.ts'
import { browserKeys } from '#tests/harness/browser-keys.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { until } from '#tests/harness/process.ts'
import { testReceiver, type Receiver } from '#tests/harness/receiver.ts'
import { testMail, type TestMail } from '#tests/harness/smtp.ts'
import { laneHelpers } from './support/lane-helpers.ts'

const TIMEOUT_MS = 120_000
const database = useTestDatabase()
const { incidents, orders, rows } = laneHelpers(database)
const HOT: RuleDefinitionInput = { kind: 'threshold', points: ['temp'], direction: 'above', limit: 80, clear: 70, forMs: 0, priority: 1, failureMode: 'OHE' }
const T0 = Math.floor(Date.now() / 1000) * 1000 - 1_800_000
const S = 1000

let mail: TestMail
let receiver: Receiver
let worker: WorkerProcess
let plant: Plant

beforeAll(async () => {
  mail = await testMail()
  receiver = await testReceiver()
  provideEnv({ SMTP_URL: mail.url, MAIL_FROM: 'millwright@plant.example', WEBHOOK_ALLOW: receiver.host })
  await prepareQueue()
  plant = await makePlant({ machines: 3, rules: [HOT] })
  await reachable()
  worker = await startWorker()
}, TIMEOUT_MS)
afterAll(async () => {
  await worker.stop()
  await closeQueues()
  provideEnv({ SMTP_URL: '', MAIL_FROM: '', WEBHOOK_ALLOW: '' })
  await Promise.all([mail.close(), receiver.close()])
})

/** Somebody on call and a supervisor, reached by mail, in a browser and by a webhook that hears of everything. */
async function reachable(): Promise<void> {
  const { orgId, siteId } = plant
  const [technician, supervisor, roster] = [newId(), newId(), newId()]
  for (const [id, role] of [[technician, 'technician'], [supervisor, 'supervisor']] as const) {
    await database.query('INSERT INTO person (org_id, id, name, email) VALUES ($1, $2, $3, $4)', [orgId, id, role, `${role}@plant.example`])
    await database.query('INSERT INTO role_grant (org_id, id, person_id, role) VALUES ($1, $2, $3, $4)', [orgId, newId(), id, role])
  }
  await database.query(`INSERT INTO roster (org_id, id, site_id, name, call_from, rotation_start) VALUES ($1, $2, $3, 'All', 4, '2026-01-05')`, [orgId, roster, siteId])
  await database.query(
    'INSERT INTO roster_shift (org_id, id, roster_id, person_id, position, weekdays, from_minute, to_minute) VALUES ($1, $2, $3, $4, 1, $5, 0, 0)',
    [orgId, newId(), roster, technician, [1, 2, 3, 4, 5, 6, 7]],
  )
  const { key, auth } = browserKeys()
  await database.query(
    `INSERT INTO channel_endpoint (org_id, id, kind, person_id, label, address, push_key, push_auth) VALUES ($1, $2, 'push', $3, 'Phone', $4, $5, $6)`,
    [orgId, newId(), technician, `${receiver.url}/push`, key, auth],
  )
  await database.query(
    `INSERT INTO channel_endpoint (org_id, id, kind, label, address, categories) VALUES ($1, $2, 'webhook', 'Pager', $3, $4)`,
    [orgId, newId(), `${receiver.url}/hook`, ['call', 'alarm', 'work', 'approval', 'system']],
  )
}

const said = async (table: 'notification' | 'delivery' | 'call_out'): Promise<number> =>
  (await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE org_id = $1`, [plant.orgId]))[0]?.n ?? -1
const nothingWaits = async (): Promise<boolean> =>
  (await database.query(`SELECT 1 FROM inbox WHERE org_id = $1 AND done_at IS NULL UNION ALL SELECT 1 FROM outbox WHERE org_id = $1 AND done_at IS NULL`, [plant.orgId])).length === 0
const marksOf = async (machine: number): Promise<number[]> =>
  (await database.query<{ quality: number }>('SELECT quality FROM telemetry.reading WHERE point_no = $1 ORDER BY ts', [plant.points[machine]?.no])).map(({ quality }) => quality)

test('a backlog and readings that come late page nobody, by no channel: they are marked, and what a backlog shows becomes a marked order', async () => {
  await acceptBatch(plant.source, { readings: rows(plant, [20, 20, 20], T0 + 600 * S, 2) })
  await until('the live readings are judged', nothingWaits, 60_000)
  // Machine 0 was far too hot while its edge was offline; machine 1 was, too, but what it sends late is not marked as a backlog.
  await acceptBatch(plant.source, { backlog: true, readings: rows(plant, [20, 130, 140, 150], T0) })
  await acceptBatch(plant.source, { backlog: true, readings: rows(plant, [150, 150, 150], T0 + 4 * S) })
  await acceptBatch(plant.source, { readings: rows(plant, [130, 140, 150], T0, 1) })
  await until('the backlog has its order, and all that was left is done', async () => (await orders(plant)).length > 0 && nothingWaits(), 60_000)
  expect(await incidents(plant)).toMatchObject([{ key: `${plant.assetIds[0]}:OHE`, state: 'open', opened: T0 + S, peak: 150, offline: true }])
  expect(await orders(plant)).toMatchObject([{ happened_offline: true }])
  expect([await marksOf(0), await marksOf(1)]).toEqual([[8, 8, 8, 8, 8, 8, 8], [4, 4, 4]])
  expect({ told: await said('notification'), messages: await said('delivery'), calls: await said('call_out'), mails: mail.mails, requests: receiver.received }).toEqual({
    told: 0, messages: 0, calls: 0, mails: [], requests: [],
  })

  // The same temperature, now and live, reaches everybody by every channel: it was not a channel that was missing.
  await acceptBatch(plant.source, { readings: rows(plant, [150, 151], Date.now() - 5000, 1) })
  await acceptBatch(plant.source, { readings: rows(plant, [20], Date.now() - 1000, 2) })
  await until('mail, push and webhook have all got through', () =>
    mail.mails.length > 0 && ['/push', '/hook'].every((path) => receiver.received.some((one) => one.path === path)), 60_000)
  expect(await said('call_out')).toBe(1)
  const about = await database.query<{ tag: string }>(`SELECT DISTINCT params ->> 'assetTag' AS tag FROM notification WHERE org_id = $1`, [plant.orgId])
  expect(about).toEqual([{ tag: 'M-1' }])
}, TIMEOUT_MS)
