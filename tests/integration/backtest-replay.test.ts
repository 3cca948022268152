import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import type { TransitionEffect } from '#server/core/condition/types.ts'
import { playSite } from '#server/flows/backtest/index.ts'
import { tickLanes } from '#server/flows/condition-tick.ts'
import { compileRules } from '#server/flows/drain-lane/compile-rules.ts'
import { loadJudgedRules } from '#server/modules/condition/index.ts'
import * as condition from '#server/modules/condition/index.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import type { SourceRef } from '#server/modules/telemetry/index.ts'
import { systemTx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { laneHelpers } from './support/lane-helpers.ts'

const database = useTestDatabase()
const { drainAll, forget, rows, take } = laneHelpers(database)
const S = 1000

const base = { kind: 'threshold' as const, points: ['temp'], direction: 'above' as const, priority: 3 }
const RULES: readonly RuleDefinitionInput[] = [
  { ...base, limit: 80, clear: 70, forMs: 5 * S, keepFiringMs: 3 * S },
  { ...base, measure: { kind: 'deviation', learnMs: 40 * S, minSpread: 1, halfLifeMs: 120 * S }, limit: 3, clear: 1.5 },
  { ...base, hold: { kind: 'samples', n: 4, of: 8 }, limit: 75, clear: 65 },
  { ...base, limit: 70, clear: 60, ladder: [{ limit: 80, clear: 70, forMs: 2 * S, priority: 2 }, { limit: 88, priority: 1 }], failureMode: 'OHE' },
  { ...base, gate: { point: 'speed', bands: [{ from: 0, to: 50, limit: 65 }, { from: 51, to: 100, limit: 82, clear: 75 }] }, forMs: 2 * S },
  { ...base, limit: 85, noData: { policy: 'alert', afterMs: 8 * S }, failureMode: 'OHE' },
  { ...base, measure: { kind: 'rate', windowMs: 6 * S, per: 'second' }, limit: 2.5, clear: 1 },
]

/** A second source that feeds the same machine. */
async function addSource(plant: Plant): Promise<SourceRef> {
  const source = { ...plant.source, sourceId: newId() }
  await database.query(`INSERT INTO source (org_id, id, site_id, name, kind) VALUES ($1, $2, $3, 'second', 'http')`, [plant.orgId, source.sourceId, plant.siteId])
  await database.query('INSERT INTO source_state (source_id, org_id, lane_no) VALUES ($1, $2, $3)', [source.sourceId, plant.orgId, source.laneNo])
  return source
}

/** Journals a tick of a moment of the test's choice, as the schedule does of its own. */
async function tickAt(source: SourceRef, at: number): Promise<void> {
  const payload = Buffer.from(String(at))
  await telemetry.insertInbox({
    id: newId(), orgId: source.orgId, laneNo: source.laneNo, sourceId: source.sourceId, batchKey: `tick:${at}`, sha256: createHash('sha256').update(payload).digest(), kind: 'tick',
    backlog: false, count: 0, rejectedAtDoor: 0, payload,
  })
}

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`
const lived = async (plant: Plant) => ({
  incidents: await database.query(
    `SELECT key, asset_id AS "assetId", failure_mode AS "failureMode", rule_id AS "ruleId", rule_version_id AS "ruleVersionId", point_no AS "pointNo", state, priority,
            current_priority AS "currentPriority", ${ms('opened_at')} AS "openedAt", ${ms('last_at')} AS "lastAt", ${ms('resolved_at')} AS "resolvedAt", value, "limit", peak_value AS "peakValue",
            ${ms('peak_at')} AS "peakAt", gate_value AS "gateValue", firing, suppressed, suppressed_reason AS "suppressedReason" FROM incident WHERE org_id = $1 ORDER BY opened_at, key`,
    [plant.orgId],
  ),
  transitions: (await database.query(
    `SELECT t.rule_id AS "ruleId", point_no AS "pointNo", level, ${ms('at')} AS at, from_phase AS "from", to_phase AS "to", reason, t.value, t."limit", t.gate_value AS "gateValue"
     FROM transition t WHERE org_id = $1`,
    [plant.orgId],
  )).map((one) => JSON.stringify(one)).toSorted(),
})

/** Plays the same rules over what is stored, with the journalled inputs. */
async function replayed(plant: Plant, fromMs = 0) {
  const compiled = await systemTx(async (client) => {
    const points = await telemetry.loadSitePoints(client, plant.orgId, plant.siteId)
    const assets = await condition.loadRuleAssets(client, plant.orgId, plant.siteId, 'Europe/Berlin')
    return { points, rules: compileRules(await loadJudgedRules(client, plant.orgId), { points, assets, safetyModes: new Set() }) }
  }, plant.orgId)
  const transitions: TransitionEffect[] = []
  const played = await playSite(
    { orgId: plant.orgId, siteId: plant.siteId, ruleSets: [compiled.rules], points: compiled.points, fromMs, toMs: Date.now() + 60_000, asJudged: true },
    () => undefined,
    (transition) => { transitions.push(transition) },
  )
  return {
    incidents: played.books.flatMap((book) => book.firings()).map(({ steps: _steps, ...view }) => view),
    transitions: transitions
      .map(({ ruleId, pointNo, level, at, from, to, reason, value, limit, gateValue }) => ({ ruleId, pointNo, level, at, from, to, reason, value, limit, gateValue }))
      .map((one) => JSON.stringify(one)).toSorted(),
    readings: played.readings,
  }
}

/** A machine that swings, jumps and rests, always the same. */
const swing = (i: number): number => 62 + 24 * Math.sin(i / 13) + ((i * 7) % 5) + (i % 97 > 88 ? 14 : 0)

describe('a back-test with what is journalled', () => {
  test('comes to the incidents and transitions that live came to, in any batches, with ticks that ran ahead, over lost memory', async () => {
    const plant = await makePlant({ rules: RULES, codes: ['temp', 'speed'], machines: 2, stalenessMs: 6 * S })
    const from = Math.floor(Date.now() / S) * S - 900 * S
    const [temp, speed, other] = [0, 1, 2]
    for (let second = 0; second < 800; ) {
      const length = 1 + ((second * 13) % 23)
      const to = Math.min(800, second + length)
      const range = Array.from({ length: to - second }, (_, i) => second + i)
      const quiet = (i: number): boolean => i % 211 > 195
      await take(plant, { readings: [
        ...rows(plant, range.map((i) => (quiet(i) ? null : swing(i))), from + second * S, temp),
        ...rows(plant, range.map((i) => (quiet(i) || i % 3 > 0 ? null : 20 + 60 * Number(i % 240 > 120))), from + second * S, speed),
        ...rows(plant, range.map((i) => (quiet(i) ? null : swing(i + 31))), from + second * S, other),
      ] })
      // Now and then time passes for the source before its next batch comes: by a little, and by more than that batch then brings.
      if (second % 5 === 0) await tickAt(plant.source, from + (to - 1) * S + 500)
      if (second % 7 === 0) await tickAt(plant.source, from + to * S + 9 * S)
      if (second % 11 === 0) await forget(plant)
      await drainAll(plant)
      second = to
    }
    const live = await lived(plant)
    expect(live.incidents.length).toBeGreaterThan(20)
    const reasons = new Set(live.transitions.map((one) => (JSON.parse(one) as { reason: string }).reason))
    for (const reason of ['held', 'no-data', 'data-returned', 'hold-over', 'cleared', 'gap', 'back-in-limits']) expect(reasons).toContain(reason)
    const played = await replayed(plant)
    expect(played.transitions).toEqual(live.transitions)
    expect(played.incidents).toEqual(live.incidents)
  })

  test('hears two sources as they were heard, though one of them was behind', async () => {
    const plant = await makePlant({ rules: RULES, codes: ['temp', 'speed'], stalenessMs: 6 * S })
    const second = await addSource(plant)
    const from = Math.floor(Date.now() / S) * S - 600 * S
    for (let i = 0; i < 400; i += 10) {
      const range = Array.from({ length: 10 }, (_, k) => i + k)
      await take(plant, { readings: rows(plant, range.map(swing), from + i * S, 0) })
      // The gate comes from elsewhere, later than what it gates for some of the time.
      const behind = i % 80 > 40 ? 20 : 0
      if (i >= behind) await telemetry.acceptBatch(second, { readings: rows(plant, range.map((k) => 20 + 60 * Number((k - behind) % 100 > 50)), from + (i - behind) * S, 1) })
      if (i % 30 === 0) await tickAt(plant.source, from + (i + 9) * S + 4 * S)
      await drainAll(plant)
    }
    const live = await lived(plant)
    expect(live.incidents.length).toBeGreaterThan(5)
    const played = await replayed(plant)
    expect(played.transitions).toEqual(live.transitions)
    expect(played.incidents).toEqual(live.incidents)
  })

  test('comes true by time alone where the schedule let it, and not where it did not', async () => {
    const plant = await makePlant({ rules: [{ ...base, limit: 80, forMs: 5 * S }], codes: ['temp'], machines: 2 })
    const now = Math.floor(Date.now() / S) * S
    await take(plant, { readings: rows(plant, [85, 86], now - 20 * S) })
    await tickLanes()
    await drainAll(plant)
    // No tick has come for the second machine's readings.
    await take(plant, { readings: rows(plant, [85, 86, 86], now - 3 * S, 1) })
    const live = await lived(plant)
    expect(live.incidents).toMatchObject([{ assetId: plant.assetIds[0], openedAt: now - 15 * S }])
    const played = await replayed(plant)
    expect(played.transitions).toEqual(live.transitions)
    expect(played.incidents).toEqual(live.incidents)
  })

  test('leaves out what came late, unless it is asked to see it', async () => {
    const plant = await makePlant({ rules: [{ ...base, limit: 80 }] })
    const from = Math.floor(Date.now() / S) * S - 60 * S
    await take(plant, { readings: rows(plant, [20, 20, null, 20, 20], from) })
    await take(plant, { readings: rows(plant, [99], from + 2 * S) })
    await take(plant, { readings: rows(plant, [20], from + 5 * S) })
    expect((await lived(plant)).incidents).toEqual([])
    expect((await replayed(plant)).incidents).toEqual([])
    const points = await systemTx((client) => telemetry.loadSitePoints(client, plant.orgId, plant.siteId), plant.orgId)
    const rules = await systemTx(async (client) => compileRules(await loadJudgedRules(client, plant.orgId), { points, assets: new Map(), safetyModes: new Set() }), plant.orgId)
    const seen = await playSite({ orgId: plant.orgId, siteId: plant.siteId, ruleSets: [rules], points, fromMs: from, toMs: from + 60 * S, asJudged: false }, () => undefined)
    expect(seen.books[0]?.firings()).toMatchObject([{ openedAt: from + 2 * S, resolvedAt: from + 3 * S, peakValue: 99 }])
  })
})
