import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import { startBacktest, startLimits } from '#server/flows/backtest/index.ts'
import { getBacktest, listBacktests } from '#server/modules/backtests/index.ts'
import { closeQueues } from '#server/queue/client.ts'
import { prepareQueue } from '#server/queue/backend.ts'
import { runBacktest } from '#workers/jobs/backtest-run.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { DAYS, HOT, HOT_DAYS, pastPlant, WARM_DAYS, type PastPlant } from './support/backtest-plant.ts'

const database = useTestDatabase()
const DAY = 86_400_000
const HOUR = 3_600_000
const MINUTE = 60_000

let plant: PastPlant
beforeAll(async () => {
  await prepareQueue()
  plant = await pastPlant(database)
  // Day 5: nothing was wrong. Day 12: a fault, repaired in time. Day 21: the machine fails, having run hot on day 20. Day 27: it fails without a sign.
  await plant.order({ verdict: 'nothing-found', effect: 'none', alert: 5.51, started: 6, ended: 6.1 })
  await plant.order({ verdict: 'confirmed', effect: 'averted', alert: 12.51, started: 13, ended: 13.2 })
  await plant.order({ effect: 'functional-failure', lost: 21, started: 21.1, ended: 21.5 })
  await plant.order({ effect: 'functional-failure', lost: 2, started: 2.1, ended: 2.5 })
})
afterAll(() => closeQueues())

/** Hours since the begin. */
const hours = (at: number): number => (at - plant.begin) / HOUR
const actor = () => ({ type: 'system', orgId: plant.orgId }) as const

async function tried(definition: RuleDefinitionInput, from = 0, to = DAYS) {
  const { id } = await startBacktest(actor(), {
    ruleId: plant.ruleIds[0] ?? '', definition, from: new Date(plant.begin + from * DAY), to: new Date(plant.begin + to * DAY),
  })
  await runBacktest({ orgId: plant.orgId, id })
  return getBacktest(actor(), id)
}

describe('a rule tried on forty days', () => {
  test('would have fired where it was hot, and is set against what is known of each time', async () => {
    const { state, report, readings } = await tried({ ...HOT, limit: 85 })
    expect(state).toBe('done')
    expect(readings).toBe(DAYS * 1440)
    const firings = report?.tried.firings.map(({ from, to, class: comesTo, peak, order }) => [hours(from), hours(to ?? 0), comesTo, peak, order?.verdict ?? null])
    const expected = [['false', 90, 'nothing-found'], ['hit', 90, 'confirmed'], ['hit', 90, null], ['unknown', 90, null]] as const
    expect(firings).toEqual(HOT_DAYS.map((day, index) => [day * 24 + 12 + 1 / 6, day * 24 + 15, ...(expected[index] ?? [])]))
    expect(report?.tried.figures).toMatchObject({
      firings: 4, byClass: { hit: 2, false: 1, unknown: 1, suppressed: 0 }, troubles: 3, found: 2, late: 0, missed: 1, orders: 3, reopened: 0, firingsPerMonth: 3,
      ordersPerMonth: 2.25, toFailure: { n: 1, medianMs: 12 * HOUR - 10 * MINUTE },
    })
    // The fault of day 12 came within the hold-off of a false call.
    expect(report?.tried.skipped).toEqual({ 'false-alarm-respected': 1 })
    expect(report?.machines).toMatchObject([{ id: plant.assetIds[0], points: [{ code: 'temp', unit: 'Cel' }] }])
  })

  test('stands beside the version in force where that says something else', async () => {
    const { report, comparedVersion } = await tried({ ...HOT, limit: 72, clear: 70 })
    expect(comparedVersion).toBe(1)
    expect([report?.tried.figures.firings, report?.compared?.figures.firings]).toEqual([HOT_DAYS.length + WARM_DAYS.length, HOT_DAYS.length])
    expect(await tried(HOT)).toMatchObject({ comparedVersion: null, report: { compared: null, tried: { figures: { firings: 4 } } } })
  })

  test('knows at the begin of a range what it would have known: what lasts then has not just begun', async () => {
    const { report } = await tried({ ...HOT, limit: 85 }, 5 + 13 / 24, 11)
    expect(report?.tried.firings.map(({ from }) => hours(from))).toEqual([5 * 24 + 12 + 1 / 6])
  })

  test('leaves out what was declared as work on the machine', async () => {
    await database.query(`INSERT INTO maintenance_window (org_id, id, asset_id, from_at, to_at, reason) VALUES ($1, gen_random_uuid(), $2, to_timestamp($3), to_timestamp($4), 'planned stop')`, [
      plant.orgId, plant.assetIds[0], plant.begin / 1000 + 30 * 86_400, plant.begin / 1000 + 31 * 86_400,
    ])
    const { report } = await tried({ ...HOT, limit: 85 })
    expect(report?.tried.figures.byClass).toEqual({ hit: 2, false: 1, unknown: 0, suppressed: 1 })
    expect(report?.tried.skipped).toMatchObject({ suppressed: 1 })
    await database.query('DELETE FROM maintenance_window WHERE org_id = $1', [plant.orgId])
  })

  test('tells where readings are kept no more, and only their hours are left', async () => {
    const point = plant.points[0]?.no
    await database.query(
      `INSERT INTO telemetry.reading_hour (point_no, org_no, ts, n, sum, min, max, last)
       SELECT $1, o.no, to_timestamp($2) - i * interval '1 hour', 60, 3000, 50, 51, 50 FROM generate_series(1, 48) AS i, organization o WHERE o.id = $3`,
      [point, plant.begin / 1000, plant.orgId],
    )
    const { report } = await tried(HOT, -10, 3)
    expect(report?.gaps).toEqual([{ pointNo: point, fromMs: plant.begin - 2 * DAY, toMs: plant.begin }])
    expect(report?.readings).toBe(3 * 1440)
  })

  test('is refused for a range that is empty, and for a definition that is not complete', async () => {
    await expect(tried(HOT, 3, 3)).rejects.toMatchObject({ code: 'invalid' })
    await expect(tried({ ...HOT, limit: null })).rejects.toMatchObject({ code: 'invalid' })
  })

  test('is listed, the newest first', async () => {
    const rows = await listBacktests(actor(), plant.ruleIds[0] ?? '', 'backtest')
    expect(rows.length).toBeGreaterThan(4)
    expect(rows.map((row) => row.requestedAt)).toEqual(rows.map((row) => row.requestedAt).toSorted((a, b) => b - a))
  })
})

describe('limits proposed from forty days', () => {
  const proposed = async (definition: RuleDefinitionInput = HOT) => {
    const { id } = await startLimits(actor(), {
      ruleId: plant.ruleIds[0] ?? '', definition, pointId: plant.points[0]?.id ?? '', gate: null, from: new Date(plant.begin), to: new Date(plant.begin + DAYS * DAY),
    })
    await runBacktest({ orgId: plant.orgId, id })
    return getBacktest(actor(), id)
  }

  test('lie above the healthy machine; times around known trouble are left out, and what each would have called falsely is counted', async () => {
    const { state, limits } = await proposed()
    expect(state).toBe('done')
    expect(limits).toMatchObject({ unit: 'Cel', readings: DAYS * 1440, every: 1 })
    expect(limits?.windows.map(({ why, orderNumber }) => [why, orderNumber])).toEqual([['failure', 'WO-000004'], ['fault', 'WO-000002'], ['failure', 'WO-000003']])
    expect(limits?.states[0]?.statistics).toMatchObject({ median: 50.5, highest: 90 })
    expect(limits?.leftOut).toBeGreaterThan(8 * 1440)
    const spread = limits?.candidates.find(({ basis }) => basis === 'spread')
    // Six spreads of a swing of one degree: the hot and warm days that nobody knew to be trouble would have been false calls.
    expect(spread?.proposal.limit).toBeGreaterThan(52)
    expect(spread?.proposal.limit).toBeLessThan(60)
    expect(spread?.at.map((at) => Math.floor((at - plant.begin) / DAY))).toEqual([5, 15, 30, 35])
    for (const candidate of limits?.candidates ?? []) expect(candidate.tried.map(({ forMs }) => forMs)).toEqual([0, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR])
  })

  test('are refused for a rule whose measure cannot be read off one point', async () => {
    await expect(proposed({ kind: 'threshold', points: ['temp'], measure: { kind: 'expression', text: 'temp > 3' }, direction: 'above', priority: 3 })).rejects.toMatchObject({ code: 'invalid' })
  })
})
