import { checkBaseline, hasLearnt, settled } from '#server/core/condition/baseline-check.ts'
import { isoZonesOf } from '#server/core/condition/iso-20816.ts'
import type { CompiledRule, SavedSignals } from '#server/core/condition/types.ts'
import { execOf, type SystemClient } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { touchSiteConfig } from '#server/platform/site-config.ts'
import * as condition from '#server/modules/condition/index.ts'
import type * as telemetry from '#server/modules/telemetry/index.ts'
import type { LaneMemory } from './lane-memory.ts'

const keyOf = ({ ruleId, pointNo }: { readonly ruleId: string; readonly pointNo: number }): string => `${ruleId}:${pointNo}`

const learners = (rules: readonly CompiledRule[]): CompiledRule[] => rules.filter((rule) => rule.level === 0 && rule.definition.measure.kind === 'deviation')

/** replaced puts another memory in the place of a rule's saved one. */
const replaced = (saved: SavedSignals, key: string, memory: unknown): SavedSignals => {
  const one = saved.signals[key]
  return one === undefined ? saved : { signals: { ...saved.signals, [key]: { ...one, memory: settled(memory) } } }
}

/**
 * openChecks prepares what a lane's rules had learnt for judging by it: what was learnt before a repair is kept to be compared with what is learnt since,
 * and a new baseline that a person accepted takes the place of the old one.
 */
export async function openChecks(client: SystemClient, lane: telemetry.LockedLane, rules: readonly CompiledRule[], saved: SavedSignals | null): Promise<SavedSignals | null> {
  const repaired = learners(rules).flatMap((rule) => {
    if (rule.learnFrom === null) return []
    const known = saved?.signals[keyOf(rule)]
    const isOld = known?.ruleVersionId === rule.ruleVersionId && known.learnFrom !== rule.learnFrom && hasLearnt(rule, known.memory)
    const { ruleId, ruleVersionId, pointNo, assetId, learnFrom } = rule
    return [{ ruleId, ruleVersionId, pointNo, assetId, learnFrom, before: isOld ? settled(known.memory) : null }]
  })
  await condition.insertChecks(client, lane.orgId, repaired)
  if (saved === null) return null
  const accepted = await condition.takeAccepted(client, lane.orgId, lane.siteId)
  const inForce = accepted.filter((one) => saved.signals[keyOf(one)]?.ruleVersionId === one.ruleVersionId)
  if (inForce.length === 0) return saved
  const taken = inForce.reduce((signals, one) => replaced(signals, keyOf(one), one.after), saved)
  await condition.saveSignals(client, lane.no, 'live', taken)
  return taken
}

const zonesOf = (memory: LaneMemory, rule: CompiledRule) => {
  const [asset, point] = [memory.assets.get(rule.assetId), memory.points.get(rule.pointNo)]
  return asset && point ? isoZonesOf(asset.machine, point).zones : null
}

/**
 * settleChecks looks whether what is learnt since a repair has come to anything, when it is saved. Where it is worse and an old baseline is known, that one
 * goes on judging until a person has decided; gives what is to be saved.
 */
export async function settleChecks(client: SystemClient, lane: telemetry.LockedLane, memory: LaneMemory, signals: SavedSignals): Promise<SavedSignals> {
  let kept = signals
  for (const check of memory.checks) {
    const rule = learners(memory.rules).find((one) => one.ruleVersionId === check.ruleVersionId && one.pointNo === check.pointNo)
    const saved = signals.signals[keyOf(check)]
    // Readings may lag behind the clock: until they reach the repair, what is remembered is still of before.
    if (rule === undefined || saved === undefined || saved.learnFrom !== rule.learnFrom || (saved.t ?? -Infinity) < (rule.learnFrom ?? Infinity)) continue
    const verdict = checkBaseline(rule, check.before, saved.memory, zonesOf(memory, rule))
    if (verdict.state === 'learning') continue
    const found = verdict.state === 'asks' ? verdict : { finding: null, band: null, was: null, is: null }
    await condition.settleCheck(client, lane.orgId, { ...check, ...found, after: settled(saved.memory), learntAt: saved.t ?? lane.nowMs })
    memory.checks = memory.checks.filter((one) => one !== check)
    if (verdict.state === 'fine') continue
    if (check.before !== null) kept = replaced(kept, keyOf(check), check.before)
    await publishLive(execOf(client), lane.orgId, { entity: 'asset', id: check.assetId })
  }
  // The engine still remembers the new ones: it is built anew from what is saved.
  if (kept !== signals) await touchSiteConfig(execOf(client), lane.orgId, lane.siteId)
  return kept
}
