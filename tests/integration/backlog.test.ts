import { describe, expect, test } from 'vitest'
import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import { markQuietBacklogs } from '#server/flows/mark-quiet-backlogs.ts'
import { acceptBatch } from '#server/modules/telemetry/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { laneHelpers } from './support/lane-helpers.ts'

const database = useTestDatabase()
const { deliver, drainAll, forget, incidents, orders, rows, states, take } = laneHelpers(database)

const HOT: RuleDefinitionInput = { kind: 'threshold', points: ['temp'], direction: 'above', limit: 80, clear: 70, forMs: 5000, priority: 2, failureMode: 'OHE' }
const T0 = Math.floor(Date.now() / 1000) * 1000 - 600_000
const S = 1000
const key = (plant: Plant, machine = 0): string => `${plant.assetIds[machine]}:OHE`
const backlog = (readings: readonly unknown[], batchKey?: string) => ({ readings, backlog: true, ...(batchKey === undefined ? {} : { batchKey }) })

/** Lets six minutes pass since the backlogs of a plant were heard of, and journals what is due then. */
async function fallQuiet(plant: Plant): Promise<number> {
  await database.query(`UPDATE source_track_state SET updated_at = now() - interval '6 minutes' WHERE org_id = $1`, [plant.orgId])
  const rings = (await markQuietBacklogs()).filter((ring) => ring.laneNo === plant.source.laneNo)
  await drainAll(plant)
  return rings.length
}

const underWay = (plant: Plant) => database.query('SELECT source_id FROM source_track_state WHERE org_id = $1', [plant.orgId])

/** A second source of a plant's site. */
async function secondSource(plant: Plant): Promise<Plant['source']> {
  const sourceId = newId()
  await database.query(`INSERT INTO source (org_id, id, site_id, name, kind) VALUES ($1, $2, $3, 'second', 'http')`, [plant.orgId, sourceId, plant.siteId])
  await database.query('INSERT INTO source_state (source_id, org_id, lane_no) VALUES ($1, $2, $3)', [sourceId, plant.orgId, plant.source.laneNo])
  return { ...plant.source, sourceId }
}

describe('an edge that was offline', () => {
  test('raises one ticket, marked, whatever comes in between, and its live states stay as they were', async () => {
    const plant = await makePlant({ rules: [HOT] })
    await take(plant, { readings: rows(plant, [20, 21, 22], T0) })
    await take(plant, { readings: rows(plant, [23, 24], T0 + 60 * S) })
    const before = { live: await states(plant, 'live'), source: await database.query('SELECT watermark, evaluated_through, waiting FROM source_state WHERE org_id = $1', [plant.orgId]) }
    // Offline from second 3 to 59. The fault holds from second 10 on; its five seconds span three batches, a restart and a resend.
    await take(plant, backlog(rows(plant, [25, 26, 27, 28, 29, 30, 31, 85, 86], T0 + 3 * S), 'b1'))
    await take(plant, backlog(rows(plant, [25, 26, 27, 28, 29, 30, 31, 85, 86], T0 + 3 * S), 'b1'))
    await forget(plant)
    await take(plant, backlog(rows(plant, [85, 86, 87, 88], T0 + 10 * S), 'b1, grouped in another way'))
    expect(await incidents(plant)).toEqual([])
    expect({ live: await states(plant, 'live'), source: await database.query('SELECT watermark, evaluated_through, waiting FROM source_state WHERE org_id = $1', [plant.orgId]) }).toEqual(before)
    await take(plant, { readings: rows(plant, [25, 26], T0 + 62 * S) })
    await forget(plant)
    await take(plant, backlog(rows(plant, [89, 95, 94, 93], T0 + 14 * S), 'b2'))
    await deliver(plant)
    expect(await incidents(plant)).toEqual([{ key: key(plant), state: 'open', opened: T0 + 15 * S, resolved: null, peak: 95, offline: true }])
    await forget(plant)
    await take(plant, backlog(rows(plant, [92, 60, 50, 40], T0 + 18 * S), 'b3'))
    await deliver(plant)
    expect(await incidents(plant)).toEqual([{ key: key(plant), state: 'resolved', opened: T0 + 15 * S, resolved: T0 + 19 * S, peak: 95, offline: true }])
    expect(await orders(plant)).toEqual([{ status: 'approved', happened_offline: true, propose_close: true }])
    expect((await states(plant, 'live')).filter((state) => state.phase !== 'normal')).toEqual([])
  })

  test('is judged as it would have been live', async () => {
    const values = Array.from({ length: 120 }, (_, i) => 60 + 30 * Math.sin(i / 9) + ((i * 7) % 5))
    const plants = { live: await makePlant({ rules: [HOT] }), edge: await makePlant({ rules: [HOT] }) }
    for (let from = 0; from < values.length; from += 7) {
      await take(plants.live, { readings: rows(plants.live, values.slice(from, from + 7), T0 + from * S) })
      await take(plants.edge, backlog(rows(plants.edge, values.slice(from, from + 7), T0 + from * S)))
      if (from % 3 === 0) await forget(plants.edge)
    }
    const told = async (plant: Plant) => (await incidents(plant)).map(({ state, opened, resolved, peak }) => ({ state, opened, resolved, peak }))
    expect((await told(plants.live)).length).toBeGreaterThan(1)
    expect(await told(plants.edge)).toEqual(await told(plants.live))
  })

  test('finds the fault that is open live, and adds to its ticket instead of touching it', async () => {
    const plant = await makePlant({ rules: [{ ...HOT, forMs: 0 }] })
    await take(plant, { readings: rows(plant, [20, 90, 91, 91], T0) })
    await deliver(plant)
    const [live] = await incidents(plant)
    const before = await states(plant, 'live')
    await take(plant, backlog(rows(plant, [95, 96, 20, 20], T0 + 10 * S)))
    await deliver(plant)
    expect(await incidents(plant)).toEqual([live, { key: key(plant), state: 'resolved', opened: T0 + 10 * S, resolved: T0 + 12 * S, peak: 96, offline: true }])
    expect(await states(plant, 'live')).toEqual(before)
    expect(await orders(plant)).toEqual([{ status: 'approved', happened_offline: false, propose_close: false }])
    await take(plant, { readings: rows(plant, [92, 20, 20], T0 + 60 * S) })
    expect((await incidents(plant))[0]).toMatchObject({ state: 'resolved', opened: T0 + S, resolved: T0 + 61 * S, peak: 92, offline: false })
  })

  test('has an episode of its own even where a live one began in the same millisecond', async () => {
    const plant = await makePlant({ codes: ['temp', 'temp2'], rules: [{ ...HOT, points: ['temp', 'temp2'], forMs: 0 }] })
    await take(plant, { readings: rows(plant, [90, 91, 91], T0) })
    await take(plant, backlog(rows(plant, [99, 20, 20], T0, 1)))
    expect(await incidents(plant)).toEqual([
      { key: key(plant), state: 'open', opened: T0, resolved: null, peak: 91, offline: false },
      { key: key(plant), state: 'resolved', opened: T0, resolved: T0 + S, peak: 99, offline: true },
    ])
  })

  test('knows a gate that was sent live meanwhile, by another source', async () => {
    const gate = { point: 'speed', bands: [{ from: 50, to: 100, limit: 80, clear: null }] }
    const plant = await makePlant({ codes: ['temp', 'speed'], rules: [{ ...HOT, limit: null, clear: null, forMs: 2000, gate }], stalenessMs: 10_000 })
    const plc = await secondSource(plant)
    await acceptBatch(plc, { readings: rows(plant, [10, 10, 10, 10, 10, 60, 60, 60, 60, 60, 60, 60], T0, 1) })
    await drainAll(plant)
    await take(plant, backlog(rows(plant, [90, 90, 90, 90], T0)))
    await forget(plant)
    await take(plant, backlog(rows(plant, [90, 90, 90, 90, 90, 90], T0 + 4 * S)))
    expect(await incidents(plant)).toMatchObject([{ opened: T0 + 7 * S, offline: true }])
  })

  test('knows what an expression reads of a point that was sent live', async () => {
    const spread: RuleDefinitionInput = { ...HOT, measure: { kind: 'expression', text: 'temp - inlet' }, limit: 30, clear: 30, forMs: 0 }
    const plant = await makePlant({ codes: ['temp', 'inlet'], rules: [spread], stalenessMs: 10_000 })
    await acceptBatch(await secondSource(plant), { readings: rows(plant, [50, 50, 50, 50, 10, 10, 10, 10], T0, 1) })
    await take(plant, backlog(rows(plant, [60, 60, 60, 60, 60, 60, 60], T0)))
    expect(await incidents(plant)).toMatchObject([{ opened: T0 + 4 * S, offline: true }])
  })

  test('is judged by what was learnt live, and teaches live nothing', async () => {
    const away: RuleDefinitionInput = { ...HOT, measure: { kind: 'deviation', learnMs: 20_000, minSpread: 1 }, limit: 6, clear: 3, forMs: 2000 }
    const plant = await makePlant({ rules: [away] })
    const usual = Array.from({ length: 30 }, (_, i) => 50 + (i % 2))
    await take(plant, { readings: rows(plant, usual, T0) })
    await take(plant, { readings: rows(plant, usual, T0 + 100 * S) })
    await take(plant, backlog(rows(plant, [50, 51, 70, 70], T0 + 40 * S)))
    await forget(plant)
    await take(plant, backlog(rows(plant, [70, 70, 50, 50], T0 + 44 * S)))
    expect(await incidents(plant)).toMatchObject([{ opened: T0 + 44 * S, resolved: T0 + 46 * S, offline: true }])
    await take(plant, { readings: rows(plant, [70, 70, 70, 70], T0 + 130 * S) })
    expect(await incidents(plant)).toMatchObject([{ opened: T0 + 132 * S, offline: false }, { offline: true }])
  })

  test('sends what lies before its own watermark: that is stored, marked and not judged', async () => {
    const plant = await makePlant({ rules: [{ ...HOT, forMs: 0 }] })
    await take(plant, backlog(rows(plant, [20, 21, 22], T0 + 20 * S)))
    await take(plant, backlog(rows(plant, [99, 20], T0)))
    const marks = await database.query<{ quality: number }>('SELECT quality FROM telemetry.reading WHERE point_no = $1 ORDER BY ts', [plant.points[0]?.no])
    expect(marks.map((row) => row.quality)).toEqual([12, 12, 8, 8, 8])
    expect(await incidents(plant)).toEqual([])
  })

  test('proves no silence by what it leaves out', async () => {
    const silent: RuleDefinitionInput = { ...HOT, measure: { kind: 'silence' }, limit: null, clear: null, forMs: 0, failureMode: null, noData: { policy: 'alert', afterMs: 2000 } }
    const plant = await makePlant({ codes: ['temp', 'other'], rules: [{ ...HOT, noData: { policy: 'alert', afterMs: 2000 } }, silent] })
    await take(plant, backlog([...rows(plant, [20, 21, null, null, null, null, null, null, 22, 23], T0), ...rows(plant, Array(10).fill(1) as number[], T0, 1)]))
    expect(await incidents(plant)).toEqual([])
  })
})

describe('a fault that is still there when the backlog ends', () => {
  const broken = async (): Promise<Plant> => {
    const plant = await makePlant({ rules: [HOT] })
    await take(plant, { readings: rows(plant, [20, 21], T0) })
    await take(plant, backlog(rows(plant, [90, 91, 92, 93, 94, 95, 96], T0 + 2 * S)))
    await deliver(plant)
    expect(await incidents(plant)).toMatchObject([{ state: 'open', offline: true }])
    return plant
  }

  test('is over with the first newer live reading, once the backlog is quiet', async () => {
    const plant = await broken()
    await take(plant, { readings: rows(plant, [30, 31], T0 + 12 * S) })
    expect(await incidents(plant)).toMatchObject([{ state: 'open' }])
    expect(await fallQuiet(plant)).toBe(1)
    await deliver(plant)
    expect(await incidents(plant)).toMatchObject([{ state: 'resolved', opened: T0 + 7 * S, resolved: T0 + 12 * S, peak: 96, offline: true }])
    expect(await orders(plant)).toEqual([{ status: 'approved', happened_offline: true, propose_close: true }])
    expect(await states(plant, 'backlog')).toEqual([])
    expect(await underWay(plant)).toEqual([])
    expect(await fallQuiet(plant)).toBe(0)
  })

  test('goes on live in an incident of its own, on the same ticket', async () => {
    const plant = await broken()
    await take(plant, { readings: rows(plant, [97, 97, 97, 97, 97, 97, 97, 97], T0 + 12 * S) })
    await deliver(plant)
    await fallQuiet(plant)
    await deliver(plant)
    expect(await incidents(plant)).toMatchObject([
      { state: 'open', opened: T0 + 17 * S, offline: false },
      { state: 'resolved', opened: T0 + 7 * S, resolved: T0 + 12 * S, offline: true },
    ])
    expect(await orders(plant)).toEqual([{ status: 'approved', happened_offline: true, propose_close: false }])
  })

  test('stays open while nothing newer is known, and the next backlog goes on from there', async () => {
    const plant = await broken()
    // What waited is judged; nobody knows how the machine is now.
    await fallQuiet(plant)
    expect(await incidents(plant)).toMatchObject([{ state: 'open', peak: 96 }])
    expect(await fallQuiet(plant)).toBe(0)
    await forget(plant)
    await take(plant, backlog(rows(plant, [97, 30, 30], T0 + 40 * S)))
    expect(await incidents(plant)).toMatchObject([{ state: 'resolved', opened: T0 + 7 * S, resolved: T0 + 41 * S, peak: 97 }])
  })

  test('is not ended by a mark that more of the backlog has overtaken', async () => {
    const plant = await broken()
    await take(plant, { readings: rows(plant, [30, 31], T0 + 30 * S) })
    await database.query(`UPDATE source_track_state SET updated_at = now() - interval '6 minutes' WHERE org_id = $1`, [plant.orgId])
    await acceptBatch(plant.source, backlog(rows(plant, [96, 98, 97], T0 + 10 * S)))
    expect((await markQuietBacklogs()).filter((ring) => ring.laneNo === plant.source.laneNo)).toHaveLength(1)
    await drainAll(plant)
    expect(await incidents(plant)).toMatchObject([{ state: 'open', peak: 98, offline: true }])
    expect(await underWay(plant)).toHaveLength(1)
  })

  test('ends apart from what another source still sends', async () => {
    const plant = await makePlant({ machines: 2, rules: [{ ...HOT, forMs: 0 }] })
    const logger = await secondSource(plant)
    await acceptBatch(logger, backlog(rows(plant, [90, 91, 91], T0, 1)))
    await take(plant, backlog(rows(plant, [92, 93, 93], T0)))
    await take(plant, { readings: rows(plant, [20, 20], T0 + 10 * S) })
    await fallQuiet(plant)
    const byKey = Object.fromEntries((await incidents(plant)).map((one) => [one.key, one.state]))
    expect(byKey).toEqual({ [key(plant)]: 'resolved', [key(plant, 1)]: 'open' })
  })

  test('begins from nothing in the next outage', async () => {
    const plant = await broken()
    await take(plant, { readings: rows(plant, [30, 31], T0 + 12 * S) })
    await fallQuiet(plant)
    // Between the clear limit and the limit: no fault begins there, though one would go on.
    await take(plant, backlog(rows(plant, [75, 75, 75, 75], T0 + 100 * S)))
    await deliver(plant)
    expect(await incidents(plant)).toHaveLength(1)
    expect(await orders(plant)).toHaveLength(1)
  })
})
