import type { CompiledRule, EngineConfig, SourceEffect } from '#server/core/condition/types.ts'
import { historyMs } from '#server/core/condition/measure/of-rule.ts'
import type { SystemClient } from '#server/platform/db.ts'
import * as condition from '#server/modules/condition/index.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import { openChecks, settleChecks } from './baseline-checks.ts'
import type { LaneMemory } from './lane-memory.ts'

/** SAVE_EVERY_MS is how often what rules have learnt is saved: what was learnt since is learnt again after a restart. */
const SAVE_EVERY_MS = 10_000

type Standing = Pick<SourceEffect, 'sourceId' | 'evaluatedThrough'>

/** loadLearning reads what the rules of a lane had learnt when it was saved, and the judged readings that they have not seen since. */
export async function loadLearning(
  client: SystemClient, lane: telemetry.LockedLane, track: condition.Track, rules: readonly CompiledRule[], sources: readonly Standing[],
  points: ReadonlyMap<number, telemetry.PointMeta>,
): Promise<Pick<EngineConfig, 'saved' | 'refold'>> {
  const learning = rules.filter((rule) => historyMs(rule.definition) > 0)
  if (learning.length === 0) return {}
  const stored = await condition.loadSignals(client, lane.no, track)
  const saved = track === 'live' ? await openChecks(client, lane, rules, stored) : stored
  const through = new Map(sources.map((source) => [source.sourceId, source.evaluatedThrough]))
  const asked = new Map<number, telemetry.JudgedFrom>()
  const ask = (pointNo: number, afterMs: number): void => {
    const throughMs = through.get(points.get(pointNo)?.sourceId ?? '') ?? null
    if (throughMs === null) return
    asked.set(pointNo, { pointNo, throughMs, afterMs: Math.min(afterMs, asked.get(pointNo)?.afterMs ?? Infinity) })
  }
  for (const rule of learning) {
    const known = saved?.signals[`${rule.ruleId}:${rule.pointNo}`]
    const same = known?.ruleVersionId === rule.ruleVersionId && known.learnFrom === rule.learnFrom
    const newest = through.get(points.get(rule.pointNo)?.sourceId ?? '') ?? 0
    const from = same && known.t !== null ? known.t : newest - historyMs(rule.definition) - rule.definition.warmupMs
    ask(rule.pointNo, from)
    if (rule.gatePointNo !== null) ask(rule.gatePointNo, from - rule.gateStalenessMs)
  }
  return { saved, refold: await telemetry.judgedBetween(client, [...asked.values()]) }
}

/** saveLearning saves what the rules of a lane have learnt, now and then, in the transaction of the readings. */
export async function saveLearning(client: SystemClient, lane: telemetry.LockedLane, memory: LaneMemory): Promise<void> {
  if (lane.nowMs - memory.signalsSavedMs >= SAVE_EVERY_MS) await keepLearning(client, lane, memory)
}

/** keepLearning saves it now: before the lane's rules are read anew, so that what was learnt since is neither lost nor learnt twice. */
export async function keepLearning(client: SystemClient, lane: telemetry.LockedLane, memory: LaneMemory): Promise<void> {
  memory.signalsSavedMs = lane.nowMs
  for (const [track, engine] of [['live', memory.engine], ['shadow', memory.shadow]] as const) {
    const signals = engine?.saveSignals() ?? null
    if (signals === null) continue
    await condition.saveSignals(client, lane.no, track, track === 'live' ? await settleChecks(client, lane, memory, signals) : signals)
  }
}
