import { beforeAll, describe, expect, test } from 'vitest'
import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import { drainOnce } from '#server/flows/drain-lane/index.ts'
import { acceptBatch, readBatch, rollUp } from '#server/modules/telemetry/index.ts'
import { withTenant } from '#server/platform/db.ts'
import { latestReadings, readSeries } from '#server/modules/telemetry/index.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'

const database = useTestDatabase()
const HOT: RuleDefinitionInput = { kind: 'threshold', points: ['temp'], direction: 'above', limit: 80, forMs: 5000, priority: 2, failureMode: 'OHE' }
const T0 = Math.floor(Date.now() / 1000) * 1000 - 600_000

const rows = (plant: Plant, values: readonly (number | null)[], from = T0) =>
  values.flatMap((value, i) => (value === null ? [] : [{ point: plant.points[0]?.key, ts: from + i * 1000, value }]))

async function drainAll(plant: Plant): Promise<void> {
  while ((await drainOnce(plant.source.laneNo)).batches > 0);
}

const report = (plant: Plant, id: string) =>
  readBatch({ type: 'machine', orgId: plant.orgId, keyId: 'k', name: 'key', sourceId: plant.source.sourceId, siteId: null, scopes: ['ingest'] }, id)

const stored = (plant: Plant) =>
  database.query<{ t: number; value: number; quality: number }>(
    `SELECT (extract(epoch FROM ts) * 1000)::float8 AS t, value, quality FROM telemetry.reading WHERE point_no = ANY($1::int[]) ORDER BY ts`,
    [plant.points.map((point) => point.no)],
  )
const incidents = (plant: Plant) =>
  database.query<{ key: string; state: string; opened: number; peak: number; suppressed: boolean }>(
    `SELECT key, state, (extract(epoch FROM opened_at) * 1000)::float8 AS opened, peak_value AS peak, suppressed FROM incident WHERE org_id = $1 ORDER BY opened_at`,
    [plant.orgId],
  )

describe('a batch of readings', () => {
  let plant: Plant
  beforeAll(async () => {
    plant = await makePlant({ rules: [HOT], rangeHigh: 500 })
  })

  test('is durable before it is answered, and stored once it is drained', async () => {
    const accepted = await acceptBatch(plant.source, { batchKey: 'a', readings: rows(plant, [20, 21, 22]) })
    expect(accepted).toMatchObject({ accepted: 3, rejected: [], duplicate: false })
    expect(await database.query('SELECT 1 FROM inbox WHERE id = $1 AND done_at IS NULL', [accepted.batchId])).toHaveLength(1)
    await drainAll(plant)
    expect((await stored(plant)).map((row) => row.value)).toEqual([20, 21, 22])
    expect(await report(plant, accepted.batchId)).toMatchObject({ stored: 3, duplicates: 0, late: 0, quarantined: 0, rejected: [] })
  })

  test('sent again with the same key and content is acknowledged again and stored once', async () => {
    const again = await acceptBatch(plant.source, { batchKey: 'a', readings: rows(plant, [20, 21, 22]) })
    expect(again).toMatchObject({ accepted: 3, duplicate: true, inboxNo: null })
    await drainAll(plant)
    expect(await stored(plant)).toHaveLength(3)
  })

  test('with a used key and other content is refused as a conflict', async () => {
    await expect(acceptBatch(plant.source, { batchKey: 'a', readings: rows(plant, [99]) })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('without a key is named by its content', async () => {
    const readings = rows(plant, [23], T0 + 3000)
    expect((await acceptBatch(plant.source, { readings })).duplicate).toBe(false)
    expect((await acceptBatch(plant.source, { readings })).duplicate).toBe(true)
    await drainAll(plant)
  })

  test('with a row that was stored before stores only the new ones', async () => {
    const accepted = await acceptBatch(plant.source, { batchKey: 'b', readings: rows(plant, [999, 24, 24], T0 + 3000) })
    await drainAll(plant)
    expect(await report(plant, accepted.batchId)).toMatchObject({ quarantined: 1, stored: 2 })
    const twice = await acceptBatch(plant.source, { batchKey: 'c', readings: [...rows(plant, [24, 25], T0 + 5000), ...rows(plant, [77], T0 + 6000)] })
    await drainAll(plant)
    expect(await report(plant, twice.batchId)).toMatchObject({ stored: 1, duplicates: 2 })
    expect((await stored(plant)).map((row) => row.value)).toEqual([20, 21, 22, 23, 24, 24, 25])
  })

  test('never fails for a bad row: each is named with its reason', async () => {
    const point = plant.points[0]?.key
    const accepted = await acceptBatch(plant.source, {
      batchKey: 'mixed',
      readings: [
        { point, ts: T0 + 20_000, value: 30 },
        { point: 'nobody', ts: T0, value: 1 },
        { point, ts: 'never', value: 1 },
        { point, ts: T0 + 21_000, value: 501 },
        { point, ts: T0 + 365 * 86_400_000, value: 30 },
        { point, ts: T0 + 22_000, value: 30, unit: 'bar' },
        { point, ts: T0 + 23_000, value: 86, unit: '[degF]' },
      ],
    })
    expect(accepted.rejected.map(({ index, code }) => [index, code])).toEqual([[1, 'unknown-point'], [2, 'schema']])
    await drainAll(plant)
    const found = await report(plant, accepted.batchId)
    expect(found.rejected.map(({ index, code }) => [index, code])).toEqual([[1, 'unknown-point'], [2, 'schema'], [3, 'range'], [4, 'skew'], [5, 'unit']])
    const kept = (await stored(plant)).slice(-2)
    expect(kept.map((row) => row.t - T0)).toEqual([20_000, 23_000])
    expect(kept[1]?.value).toBeCloseTo(30, 9)
    const notices = await database.query<{ kind: string }>('SELECT kind FROM health_notice WHERE org_id = $1', [plant.orgId])
    expect(notices).toEqual([{ kind: 'source-clock' }])
  })

  test('of another organization is not to be read', async () => {
    const other = await makePlant()
    const accepted = await acceptBatch(plant.source, { batchKey: 'secret', readings: rows(plant, [20], T0 + 30_000) })
    await expect(report(other, accepted.batchId)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a site that cannot keep up', () => {
  test('refuses new batches after 60 s of backlog, and takes them again once it is worked off', async () => {
    const plant = await makePlant()
    await acceptBatch(plant.source, { readings: rows(plant, [1]) })
    await database.query(`UPDATE inbox SET received_at = now() - interval '61 seconds' WHERE org_id = $1`, [plant.orgId])
    // What was asked a moment ago is remembered for half a second.
    const refused = async () => acceptBatch(plant.source, { readings: rows(plant, [2], T0 + 1000) }).then(() => null, (error: unknown) => error)
    await expect.poll(refused, { timeout: 5000 }).toMatchObject({ code: 'too-many', facts: { retryAfterSeconds: 10 } })
    await drainAll(plant)
    await expect.poll(refused, { timeout: 5000 }).toBeNull()
  })
})

describe('judging', () => {
  test('a breach that holds opens one incident with its transitions, states and one message', async () => {
    const plant = await makePlant({ rules: [HOT] })
    await acceptBatch(plant.source, { readings: rows(plant, [20, 85, 86, 87, 88, 89, 95, 90, 20, 20]) })
    await drainAll(plant)
    expect(await incidents(plant)).toEqual([{ key: `${plant.assetIds[0]}:OHE`, state: 'resolved', opened: T0 + 6000, peak: 95, suppressed: false }])
    const phases = await database.query<{ to: string }>('SELECT to_phase AS "to" FROM transition WHERE org_id = $1 ORDER BY at', [plant.orgId])
    expect(phases.map((row) => row.to)).toEqual(['pending', 'firing', 'normal'])
    const messages = await database.query<{ topic: string }>('SELECT topic FROM outbox WHERE org_id = $1', [plant.orgId])
    expect(messages).toEqual([{ topic: 'incident.changed' }])
  })

  test('the same readings one by one, with the memory lost in between, give the same incident', async () => {
    const plant = await makePlant({ rules: [HOT] })
    for (const reading of rows(plant, [20, 85, 86, 87, 88, 89, 95, 90, 20, 20])) {
      await acceptBatch(plant.source, { readings: [reading] })
      await drainAll(plant)
      // A configuration change makes the worker read everything again, as after a restart.
      await withTenant(plant.orgId, (tx) => tx.exec.query('UPDATE site SET config_version = config_version + 1 WHERE org_id = $1::uuid RETURNING id', [plant.orgId]))
    }
    expect(await incidents(plant)).toEqual([{ key: `${plant.assetIds[0]}:OHE`, state: 'resolved', opened: T0 + 6000, peak: 95, suppressed: false }])
  })

  test('a late reading is stored and marked, never judged', async () => {
    const plant = await makePlant({ rules: [{ ...HOT, forMs: 0 }] })
    await acceptBatch(plant.source, { readings: rows(plant, [20, 20, 20, 20]) })
    await acceptBatch(plant.source, { readings: rows(plant, [99], T0 + 500) })
    await acceptBatch(plant.source, { readings: rows(plant, [20, 20], T0 + 4000) })
    await drainAll(plant)
    expect((await stored(plant)).filter((row) => row.quality === 4).map((row) => row.value)).toEqual([99])
    expect(await incidents(plant)).toEqual([])
  })

  test('a bad-quality reading is stored and not judged', async () => {
    const plant = await makePlant({ rules: [{ ...HOT, forMs: 0 }] })
    await acceptBatch(plant.source, { readings: [...rows(plant, [20]), { ...rows(plant, [99], T0 + 1000)[0], quality: 'bad' }, ...rows(plant, [20, 20], T0 + 2000)] })
    await drainAll(plant)
    expect(await stored(plant)).toHaveLength(4)
    expect(await incidents(plant)).toEqual([])
  })

  test('an incident that begins inside a maintenance window is recorded and suppressed, without a message', async () => {
    const plant = await makePlant({ rules: [{ ...HOT, forMs: 0 }] })
    await database.query('INSERT INTO maintenance_window (org_id, id, asset_id, from_at, to_at, reason) VALUES ($1, gen_random_uuid(), $2, to_timestamp($3), to_timestamp($4), $5)', [
      plant.orgId, plant.assetIds[0], T0 / 1000, T0 / 1000 + 60, 'planned stop',
    ])
    await acceptBatch(plant.source, { readings: rows(plant, [20, 99, 20, 20]) })
    await drainAll(plant)
    expect(await incidents(plant)).toMatchObject([{ suppressed: true }])
    expect(await database.query('SELECT 1 FROM outbox WHERE org_id = $1', [plant.orgId])).toEqual([])
  })
})

describe('history', () => {
  test('roll-ups hold minutes and hours, recomputed when a late reading arrives', async () => {
    const plant = await makePlant()
    const minute = Math.ceil(T0 / 60_000) * 60_000
    await acceptBatch(plant.source, { readings: rows(plant, [10, 30, 20], minute) })
    await drainAll(plant)
    await rollUp()
    await acceptBatch(plant.source, { readings: rows(plant, [70], minute + 1500) })
    await drainAll(plant)
    await rollUp()
    const minutes = await database.query<{ n: number; sum: number; min: number; max: number; last: number }>(
      'SELECT n, sum, min, max, last FROM telemetry.reading_minute WHERE point_no = $1', [plant.points[0]?.no],
    )
    expect(minutes).toEqual([{ n: 4, sum: 130, min: 10, max: 70, last: 20 }])
    expect(await database.query('SELECT n, max FROM telemetry.reading_hour WHERE point_no = $1', [plant.points[0]?.no])).toEqual([{ n: 4, max: 70 }])
  })

  test('a series keeps the peaks of its buckets and leaves gaps out', async () => {
    const plant = await makePlant()
    await acceptBatch(plant.source, { readings: rows(plant, [1, 9, 2, 3, null, null, null, null, 5]) })
    await drainAll(plant)
    const [series] = await withTenant(plant.orgId, (tx) => readSeries(tx.exec, { pointNos: plant.points.map((p) => p.no), fromMs: T0, toMs: T0 + 12_000, buckets: 3 }))
    expect(series).toEqual({ pointNo: plant.points[0]?.no, source: 'raw', points: [[T0, 1, 9, 3], [T0 + 8000, 5, 5, 5]] })
    const other = await makePlant()
    const hidden = await withTenant(other.orgId, (tx) => latestReadings(tx.exec, plant.points.map((p) => p.no)))
    expect(hidden).toEqual([])
  })
})
