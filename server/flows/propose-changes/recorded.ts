import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RuleDefinition } from '#server/core/condition/definition.ts'
import { previewRule, type Series } from '#server/core/condition/preview.ts'
import { DAY_MS } from '#server/core/kernel/time.ts'
import { scoreTrials, type TrialScore } from '#server/core/verdicts/backtest.ts'
import type { JudgedEpisode } from '#server/modules/verdicts/index.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import type { Tx } from '#server/platform/db.ts'

// What one look reads: the points with the most verdicts, a quarter of a year back, and not more readings than the engine judges in some seconds.
const MOST_POINTS = 8
const LOOK_BACK_MS = 90 * DAY_MS
const MOST_READINGS = 240_000

/** Recorded is the readings of one point (and of its gate) with its judged episodes. */
export interface Recorded {
  readonly episodes: readonly JudgedEpisode[]
  readonly values: Series
  readonly gate: Series | null
  readonly staleness: { readonly stalenessMs: number; readonly gateStalenessMs: number }
}

const columns = (rows: readonly { t: number; value: number }[]): Series => ({ t: rows.map((row) => row.t), value: rows.map((row) => row.value) })

async function readPoint(tx: Tx, definition: RuleDefinition, pointId: string, episodes: readonly JudgedEpisode[], most: number): Promise<Recorded[]> {
  const [point] = await telemetry.findPoints(tx, [pointId])
  const [latest] = point ? await telemetry.latestReadings(tx.exec, [point.no]) : []
  if (!point || !latest) return []
  const rows = await telemetry.rawSeries(tx.exec, point.no, latest.t + 1 - LOOK_BACK_MS, latest.t + 1, most)
  const fromMs = rows[0]?.t ?? latest.t
  const gatePoint = definition.gate ? (await telemetry.findAssetPoints(tx, point.assetId)).find((other) => other.code === definition.gate?.point) : undefined
  const gate = gatePoint ? columns(await telemetry.rawSeries(tx.exec, gatePoint.no, fromMs - gatePoint.stalenessMs, latest.t + 1, most)) : null
  return [{ episodes, values: columns(rows), gate, staleness: { stalenessMs: point.stalenessMs, gateStalenessMs: gatePoint?.stalenessMs ?? 0 } }]
}

/** readRecorded reads the points with the most judged episodes, and says how many points are left out. */
export async function readRecorded(tx: Tx, definition: RuleDefinition, episodes: readonly JudgedEpisode[]): Promise<{ recorded: Recorded[]; left: number }> {
  const byPoint = [...Map.groupBy(episodes, ({ pointId }) => pointId)].toSorted((a, b) => b[1].length - a[1].length)
  const taken = byPoint.slice(0, MOST_POINTS)
  const recorded: Recorded[] = []
  for (const [pointId, own] of taken) recorded.push(...(await readPoint(tx, definition, pointId, own, Math.floor(MOST_READINGS / taken.length))))
  return { recorded, left: byPoint.length - taken.length }
}

/** tryWording judges every point's readings by one wording and adds up what it comes to; between points it lets others have their turn. */
export async function tryWording(wording: RuleDefinition, recorded: readonly Recorded[], known: ReadonlySet<string>): Promise<TrialScore> {
  const trials = []
  for (const { episodes, values, gate, staleness } of recorded) {
    await nextTurn()
    trials.push({ episodes: episodes.filter(({ id }) => known.has(id)), firings: previewRule(wording, values, gate, staleness) })
  }
  return scoreTrials(trials, spanOf(recorded)?.toMs ?? 0)
}

/** spanOf is from when to when readings were recorded (epoch ms); null without any. */
export function spanOf(recorded: readonly Recorded[]): { readonly fromMs: number; readonly toMs: number } | null {
  const times = recorded.flatMap(({ values: { t } }) => (t.length === 0 ? [] : [t[0] ?? 0, t[t.length - 1] ?? 0]))
  return times.length === 0 ? null : { fromMs: Math.min(...times), toMs: Math.max(...times) }
}
