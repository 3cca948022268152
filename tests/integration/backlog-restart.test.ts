import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import { markQuietBacklogs } from '#server/flows/mark-quiet-backlogs.ts'
import { acceptBatch } from '#server/modules/telemetry/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { laneHelpers } from './support/lane-helpers.ts'

const database = useTestDatabase()
const { drainAll, forget, incidents, rows, take } = laneHelpers(database)

const T0 = Math.floor(Date.now() / 1000) * 1000 - 900_000
const S = 1000
const rule = (over: Partial<RuleDefinitionInput>): RuleDefinitionInput =>
  ({ kind: 'threshold', points: ['temp'], direction: 'above', limit: 8, clear: null, forMs: 0, priority: 2, failureMode: null, ...over })

/** What a rule remembers of its newest moments, and what it has learnt of its machine: each kind that does, at a point of its own. */
const LEARNING: readonly RuleDefinitionInput[] = [
  rule({ measure: { kind: 'rate', windowMs: 6000, per: 'second' }, limit: 0.5, clear: 0.2 }),
  rule({ measure: { kind: 'stuck', tolerance: 1 }, limit: 4, keepFiringMs: 1000 }),
  rule({ measure: { kind: 'noise', windowMs: 6000 }, limit: 2, clear: 1 }),
  rule({ measure: { kind: 'clipping', windowMs: 6000, low: 1, high: 9 }, limit: 30, clear: 10 }),
  rule({ measure: { kind: 'deviation', learnMs: 8000, halfLifeMs: 10_000, minSpread: 0.5, smoothMs: 2000 }, limit: 3, clear: 1, forMs: 1000 }),
  rule({ hold: { kind: 'samples', n: 3, of: 5 }, limit: 6, clear: 4 }),
  rule({ hold: { kind: 'time', ms: 2000, withinMs: 6000 }, limit: 6, keepFiringMs: 3000 }),
].map((one, index) => ({ ...one, points: [`p${index}`] }))
const shape = { rules: LEARNING, codes: LEARNING.map((_, index) => `p${index}`), reorderWindowMs: 2000 }
const everywhere = (plant: Plant, values: readonly number[], from: number) => LEARNING.flatMap((_, point) => rows(plant, values, from, point))

const episodes = async (plant: Plant) => {
  const names = [...plant.ruleIds.map((id, index) => [id, `${index}`]), [plant.assetIds[0] ?? '', 'machine'], ...plant.points.map(({ no }, index) => [`sensor:${no}`, `sensor:${index}`])] as [string, string][]
  const own = (key: string): string => names.reduce((text, [id, name]) => text.replace(id, name), key)
  const told = (await incidents(plant)).map(({ key, ...rest }) => ({ ...rest, key: own(key) }))
  return told.sort((a, b) => a.opened - b.opened || (a.key < b.key ? -1 : 1))
}

const valuesOf = fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 8 })), { minLength: 6, maxLength: 14 })
  .map((runs) => runs.flatMap(([value, times]) => Array.from({ length: times }, () => value)))

test('a worker that restarts in the middle of a backlog judges it as one that did not', async () => {
  let found = 0
  await fc.assert(fc.asyncProperty(valuesOf, fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean()), { minLength: 3, maxLength: 8 }), async (values, steps) => {
    const plants = { steady: await makePlant(shape), restarted: await makePlant(shape) }
    const usual = Array.from({ length: 20 }, (_, i) => 4 + (i % 2))
    for (const plant of Object.values(plants)) await take(plant, { readings: everywhere(plant, usual, T0) })
    for (let from = 0, step = 0; from < values.length; step += 1) {
      const [length, restarts] = steps[step % steps.length] ?? [5, true]
      for (const plant of Object.values(plants)) await take(plant, { backlog: true, readings: everywhere(plant, values.slice(from, from + length), T0 + (30 + from) * S) })
      if (restarts) await forget(plants.restarted)
      // Live readings in between are no part of it, and the live track may be read back meanwhile.
      for (const plant of Object.values(plants)) await take(plant, { readings: everywhere(plant, [4], T0 + (300 + step) * S) })
      from += length
    }
    expect(await episodes(plants.restarted)).toEqual(await episodes(plants.steady))
    found += (await episodes(plants.steady)).filter(({ offline }) => offline).length
  }), { numRuns: 8 })
  expect(found).toBeGreaterThan(5)
})

test('a rate and a stuck time that began before a restart are still known after it', async () => {
  const plant = await makePlant({ ...shape, reorderWindowMs: 0 })
  await take(plant, { backlog: true, readings: everywhere(plant, [3, 3, 3, 4, 4], T0) })
  await forget(plant)
  await take(plant, { backlog: true, readings: everywhere(plant, [4, 6, 9, 9], T0 + 5 * S) })
  const found = await episodes(plant)
  expect(found.filter(({ key }) => key === 'machine:sensor:1')).toMatchObject([{ opened: T0 + 5 * S, resolved: T0 + 7 * S, offline: true }])
  expect(found.filter(({ key }) => key === 'machine:rule:0')).toMatchObject([{ opened: T0 + 7 * S, offline: true }])
})

test('a backlog that has ended leaves nothing for the next one, though the backlog of another source still goes on', async () => {
  const plant = await makePlant({ codes: ['p1'], rules: [LEARNING[1]!], machines: 2 })
  const logger = { ...plant.source, sourceId: newId() }
  await database.query(`INSERT INTO source (org_id, id, site_id, name, kind) VALUES ($1, $2, $3, 'logger', 'http')`, [plant.orgId, logger.sourceId, plant.siteId])
  await database.query('INSERT INTO source_state (source_id, org_id, lane_no) VALUES ($1, $2, $3)', [logger.sourceId, plant.orgId, logger.laneNo])
  await take(plant, { readings: rows(plant, [1], T0) })
  await acceptBatch(logger, { backlog: true, readings: rows(plant, [1, 5, 9], T0, 1) })
  await take(plant, { backlog: true, readings: rows(plant, [3, 3], T0 + 5 * S) })
  await take(plant, { readings: rows(plant, [7], T0 + 10 * S) })
  await database.query(`UPDATE source_track_state SET updated_at = now() - interval '6 minutes' WHERE org_id = $1`, [plant.orgId])
  await markQuietBacklogs()
  await drainAll(plant)
  expect(await database.query('SELECT source_id FROM source_track_state WHERE org_id = $1', [plant.orgId])).toEqual([{ source_id: logger.sourceId }])
  // Half a minute later the value is the same by chance: in between it was another, as is known live.
  await take(plant, { backlog: true, readings: rows(plant, [3, 3], T0 + 40 * S) })
  expect(await incidents(plant)).toEqual([])
})
