import type { CompiledRule, EngineConfig } from '#server/core/condition/types.ts'
import type { WaitingReading } from '#server/core/telemetry/waiting.ts'
import type { SystemClient } from '#server/platform/db.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'

/** GATE_HISTORY is how many recent values of a gate point are kept, for values of another source that come a little later. */
const GATE_HISTORY = 64

// Later than any reading, and a time that PostgreSQL has.
const END_OF_TIME_MS = Date.UTC(9999, 11, 31)

type Points = ReadonlyMap<number, telemetry.PointMeta>

// Reads points' newest values, oldest first, at most so many each.
type ReadValues = (pointNos: readonly number[], count: number) => Promise<{ readonly pointNo: number; readonly t: number; readonly value: number }[]>

// Points whose past values rules look up (gates, and what expressions read), and the points that are only judged.
function watched(rules: readonly CompiledRule[]): { gates: Set<number>; judged: Set<number> } {
  const gates = new Set(rules.flatMap((rule) => [...(rule.gatePointNo === null ? [] : [rule.gatePointNo]), ...rule.inputs.map((input) => input.pointNo)]))
  return { gates, judged: new Set(rules.map((rule) => rule.pointNo)).difference(gates) }
}

/** newestValues gives the newest values of every watched point that do not wait: one for plain points, more for gates. */
export async function newestValues(rules: readonly CompiledRule[], waiting: readonly WaitingReading[], read: ReadValues): Promise<Map<number, { t: number; value: number }[]>> {
  const { gates, judged } = watched(rules)
  const waits = new Set(waiting.map((reading) => `${reading.pointNo}@${reading.t}`))
  const spare = Math.max(0, ...[...Map.groupBy(waiting, (reading) => reading.pointNo).values()].map((list) => list.length))
  const found = new Map<number, { t: number; value: number }[]>()
  for (const [points, count] of [[judged, 1], [gates, GATE_HISTORY]] as const) {
    const rows = (await read([...points], count + spare)).filter((row) => !waits.has(`${row.pointNo}@${row.t}`))
    const byPoint = Map.groupBy(rows, (row) => row.pointNo)
    for (const pointNo of points) found.set(pointNo, (byPoint.get(pointNo) ?? []).slice(-count).map(({ t, value }) => ({ t, value })))
  }
  return found
}

/** recentValues reads what the rules of a lane need to know of the past: newest judged values, and since when a point has been running. */
export async function recentValues(client: SystemClient, rules: readonly CompiledRule[], waiting: readonly WaitingReading[], points: Points): Promise<EngineConfig['last']> {
  const newest = await newestValues(rules, waiting, (nos, count) => telemetry.recentJudged(client, nos, END_OF_TIME_MS, count))
  const warm = new Map<number, number>()
  for (const rule of rules)
    if (rule.definition.warmupMs) warm.set(rule.pointNo, Math.max(warm.get(rule.pointNo) ?? 0, rule.definition.warmupMs))
  const last = []
  for (const [pointNo, recent] of newest) {
    const meta = points.get(pointNo)
    const warmupMs = warm.get(pointNo)
    const runningSince = warmupMs === undefined || !meta ? null : await telemetry.runningSince(client, pointNo, recent.at(-1)?.t ?? 0, warmupMs, meta.stalenessMs)
    last.push({ pointNo, sourceId: meta?.sourceId ?? null, recent, runningSince })
  }
  // Points without a rule are named too, so that it is noticed when another source begins to feed them.
  const unjudged = [...points.values()].filter((point) => !newest.has(point.no))
  return [...last, ...unjudged.map((point) => ({ pointNo: point.no, sourceId: point.sourceId, recent: [], runningSince: null }))]
}
