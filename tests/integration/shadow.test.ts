import { describe, expect, test } from 'vitest'
import { ruleDefinition, type RuleDefinitionInput } from '#server/core/condition/definition.ts'
import { tickLanes } from '#server/flows/condition-tick.ts'
import { retireRule, saveDraft } from '#server/modules/condition/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { laneHelpers } from './support/lane-helpers.ts'

const database = useTestDatabase()
const { drainAll, forget, incidents, rows, states, take } = laneHelpers(database)

const HOT: RuleDefinitionInput = { kind: 'threshold', points: ['temp'], direction: 'above', limit: 80, clear: 70, forMs: 5000, priority: 2, failureMode: 'OHE' }
const T0 = Math.floor(Date.now() / 1000) * 1000 - 600_000
const S = 1000

/** Sets (or with null ends) the shadow of a rule, as promoting and demoting do. */
async function watch(plant: Plant, version: number | null, rule = 0): Promise<void> {
  await database.query('UPDATE rule SET shadow_version = $2, shadow_since = CASE WHEN $2::int IS NULL THEN NULL ELSE now() END WHERE id = $1', [plant.ruleIds[rule], version])
  await forget(plant)
}

/** Adds a version to a rule and gives its id. */
async function addVersion(plant: Plant, version: number, definition: RuleDefinitionInput, rule = 0): Promise<string> {
  const id = newId()
  await database.query('INSERT INTO rule_version (org_id, id, rule_id, version, definition) VALUES ($1, $2, $3, $4, $5)', [
    plant.orgId, id, plant.ruleIds[rule], version, JSON.stringify(ruleDefinition.parse(definition)),
  ])
  return id
}

const firings = (plant: Plant) =>
  database.query<{ key: string; opened: number; resolved: number | null; peak: number }>(
    `SELECT key, (extract(epoch FROM opened_at) * 1000)::float8 AS opened, (extract(epoch FROM resolved_at) * 1000)::float8 AS resolved, peak_value AS peak
     FROM shadow_firing WHERE org_id = $1 ORDER BY opened_at, rule_id, priority`,
    [plant.orgId],
  )

const raised = async (plant: Plant): Promise<number[]> => {
  const counts = []
  for (const table of ['incident', 'alarm', 'work_order', 'outbox', 'transition']) counts.push((await database.query(`SELECT 1 FROM ${table} WHERE org_id = $1`, [plant.orgId])).length)
  return counts
}

const wave = Array.from({ length: 150 }, (_, i) => 60 + 30 * Math.sin(i / 9) + ((i * 7) % 5))

describe('a rule watched in shadow', () => {
  test('counts what it would have raised, and raises nothing', async () => {
    const plant = await makePlant({ rules: [{ ...HOT, limit: 500, clear: null }] })
    await addVersion(plant, 2, HOT)
    await watch(plant, 2)
    await take(plant, { readings: rows(plant, [20, 85, 86, 87, 88, 89, 95, 90, 20, 20], T0) })
    expect(await firings(plant)).toEqual([{ key: `${plant.assetIds[0]}:OHE`, opened: T0 + 6 * S, resolved: T0 + 8 * S, peak: 95 }])
    expect(await raised(plant)).toEqual([0, 0, 0, 0, 0])
    expect(await states(plant, 'live')).toEqual([])
  })

  test('needs no published version beside it', async () => {
    const plant = await makePlant({ rules: [HOT] })
    await database.query(`UPDATE rule SET status = 'draft', published_version = NULL WHERE org_id = $1`, [plant.orgId])
    await watch(plant, 1)
    await take(plant, { readings: rows(plant, [85, 86, 87, 88, 89, 90, 90], T0) })
    expect(await firings(plant)).toMatchObject([{ opened: T0 + 5 * S, resolved: null }])
    expect(await raised(plant)).toEqual([0, 0, 0, 0, 0])
  })

  test('fires as the published version does when both are the same, in any batches and over lost memory', async () => {
    const plant = await makePlant({ rules: [HOT], reorderWindowMs: 3000 })
    await watch(plant, 1)
    for (let from = 0; from < wave.length; from += 11) {
      // Out of order inside the window, so that readings wait when the memory is lost.
      await take(plant, { readings: rows(plant, wave.slice(from, from + 11), T0 + from * S).toReversed() })
      if (from % 2 === 0) await forget(plant)
    }
    const live = (await incidents(plant)).map(({ key, opened, resolved, peak }) => ({ key, opened, resolved, peak }))
    expect(live.length).toBeGreaterThan(1)
    expect(await firings(plant)).toEqual(live)
  })

  test('keeps its count over lost memory in the middle of an episode', async () => {
    const plant = await makePlant({ rules: [{ ...HOT, limit: 500, clear: null }] })
    await addVersion(plant, 2, HOT)
    await watch(plant, 2)
    for (const reading of rows(plant, [20, 85, 86, 87, 88, 89, 95, 90, 20, 20], T0)) {
      await take(plant, { readings: [reading] })
      await forget(plant)
    }
    expect(await firings(plant)).toEqual([{ key: `${plant.assetIds[0]}:OHE`, opened: T0 + 6 * S, resolved: T0 + 8 * S, peak: 95 }])
  })

  test('has episodes of its own beside another shadow of the same failure mode', async () => {
    const plant = await makePlant({ rules: [{ ...HOT, forMs: 0 }, { ...HOT, limit: 90, clear: 90, forMs: 0, priority: 1 }] })
    await database.query(`UPDATE rule SET status = 'draft', published_version = NULL WHERE org_id = $1`, [plant.orgId])
    await watch(plant, 1, 0)
    await watch(plant, 1, 1)
    await take(plant, { readings: rows(plant, [20, 85, 95, 85, 60, 20], T0) })
    const key = `${plant.assetIds[0]}:OHE`
    expect(await firings(plant)).toEqual([
      { key, opened: T0 + S, resolved: T0 + 4 * S, peak: 95 },
      { key, opened: T0 + 2 * S, resolved: T0 + 3 * S, peak: 95 },
    ])
  })

  test('comes true by time alone, as the published one does', async () => {
    const plant = await makePlant({ rules: [{ ...HOT, limit: 500, clear: null }] })
    await addVersion(plant, 2, HOT)
    await watch(plant, 2)
    const now = Math.floor(Date.now() / 1000) * 1000
    await take(plant, { readings: rows(plant, [85, 86], now - 20 * S) })
    expect(await firings(plant)).toEqual([])
    expect(await database.query('SELECT 1 FROM lane WHERE no = $1 AND wake_at IS NOT NULL', [plant.source.laneNo])).toHaveLength(1)
    await tickLanes()
    await drainAll(plant)
    expect(await firings(plant)).toMatchObject([{ opened: now - 15 * S, resolved: null }])
    expect(await raised(plant)).toEqual([0, 0, 0, 0, 0])
  })

  test('tells what it would have kept to itself while work was done', async () => {
    const plant = await makePlant({ rules: [{ ...HOT, forMs: 0 }] })
    await watch(plant, 1)
    await database.query(`INSERT INTO maintenance_window (org_id, id, asset_id, from_at, to_at, reason) VALUES ($1, gen_random_uuid(), $2, to_timestamp($3), to_timestamp($4), 'planned stop')`, [
      plant.orgId, plant.assetIds[0], T0 / 1000, T0 / 1000 + 60,
    ])
    await take(plant, { readings: rows(plant, [20, 99, 20, 20], T0) })
    expect(await database.query('SELECT suppressed, suppressed_reason FROM shadow_firing WHERE org_id = $1', [plant.orgId])).toEqual([{ suppressed: true, suppressed_reason: 'planned stop' }])
  })
})

describe('the shadow of a rule', () => {
  test('ends with its version: what lasts is over, and the next version begins anew', async () => {
    const plant = await makePlant({ rules: [{ ...HOT, limit: 500, clear: null }] })
    await addVersion(plant, 2, HOT)
    await addVersion(plant, 3, { ...HOT, limit: 85 })
    await watch(plant, 2)
    await take(plant, { readings: rows(plant, [88, 88, 88, 88, 88, 88, 88, 88], T0) })
    expect(await firings(plant)).toMatchObject([{ opened: T0 + 5 * S, resolved: null }])
    await watch(plant, 3)
    await take(plant, { readings: rows(plant, [88, 88, 88, 88, 88, 88, 88, 88], T0 + 8 * S) })
    const [first, second] = await firings(plant)
    expect(first?.resolved).toBe(T0 + 6 * S)
    expect(second).toMatchObject({ opened: T0 + 12 * S, resolved: null })
    await watch(plant, null)
    await take(plant, { readings: rows(plant, [88, 88], T0 + 16 * S) })
    expect((await firings(plant)).filter((firing) => firing.resolved === null)).toEqual([])
    await take(plant, { readings: rows(plant, [88, 88], T0 + 18 * S) })
    expect(await firings(plant)).toHaveLength(2)
    expect(await states(plant, 'shadow')).toEqual([])
  })

  test('that is set again later remembers nothing of the first time', async () => {
    const plant = await makePlant({ rules: [{ ...HOT, limit: 500, clear: null }] })
    await addVersion(plant, 2, HOT)
    await watch(plant, 2)
    await take(plant, { readings: rows(plant, [88, 88, 88], T0) })
    expect(await states(plant, 'shadow')).toMatchObject([{ phase: 'pending' }])
    await watch(plant, null)
    await take(plant, { readings: rows(plant, [88, 88, 88, 88, 88, 88, 88], T0 + 3 * S) })
    await watch(plant, 2)
    await take(plant, { readings: rows(plant, [88, 88, 88], T0 + 10 * S) })
    expect(await firings(plant)).toEqual([])
  })

  test('is taken from a rule that is retired', async () => {
    const plant = await makePlant({ rules: [HOT] })
    await watch(plant, 1)
    await retireRule({ type: 'system', orgId: plant.orgId }, { id: plant.ruleIds[0] ?? '' })
    expect(await database.query('SELECT shadow_version, shadow_since FROM rule WHERE org_id = $1', [plant.orgId])).toEqual([{ shadow_version: null, shadow_since: null }])
    await expect(database.query('UPDATE rule SET shadow_version = 1 WHERE org_id = $1', [plant.orgId])).rejects.toThrow(/rule_retired_has_no_shadow/)
  })

  test('keeps its definition: a change of the draft that is being watched begins a new version', async () => {
    const plant = await makePlant({ rules: [HOT] })
    await addVersion(plant, 2, HOT)
    const save = (limit: number) => saveDraft({ type: 'system', orgId: plant.orgId }, { id: plant.ruleIds[0] ?? '', definition: { ...HOT, limit } })
    expect(await save(81)).toEqual({ version: 2 })
    await watch(plant, 2)
    expect(await save(82)).toEqual({ version: 3 })
    expect(await save(83)).toEqual({ version: 3 })
    const versions = await database.query<{ limit: number }>(`SELECT (definition->>'limit')::int AS "limit" FROM rule_version WHERE org_id = $1 ORDER BY version`, [plant.orgId])
    expect(versions.map((row) => row.limit)).toEqual([80, 81, 83])
  })
})
