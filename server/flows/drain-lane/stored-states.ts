import { ruleState } from '#server/core/condition/state.ts'
import type { CompiledRule, EngineConfig } from '#server/core/condition/types.ts'
import type { SystemClient } from '#server/platform/db.ts'
import * as condition from '#server/modules/condition/index.ts'
import type { LockedLane } from '#server/modules/telemetry/index.ts'

/**
 * storedStates reads what the rules of a track remember. What is stored of rules that are judged no more is handed over once,
 * so that their episodes end with the right phase, and forgotten: a rule that is judged again later begins anew.
 */
export async function storedStates(client: SystemClient, lane: LockedLane, track: condition.Track, rules: readonly CompiledRule[]): Promise<EngineConfig['states']> {
  const stored = await condition.loadRuleStates(client, lane.orgId, lane.no, track)
  const judged = new Set(rules.map((rule) => `${rule.ruleVersionId}:${rule.pointNo}`))
  await condition.forgetRuleStates(client, lane.orgId, track, stored.filter((state) => !judged.has(`${state.ruleVersionId}:${state.pointNo}`)))
  return stored.flatMap((one) => {
    const state = ruleState.safeParse(one.state)
    return state.success ? [{ ...one, state: state.data }] : []
  })
}
