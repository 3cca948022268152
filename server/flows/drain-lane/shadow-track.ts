import { createEngine } from '#server/core/condition/engine.ts'
import type { CompiledRule, Effects, Engine, EngineConfig, IncidentView } from '#server/core/condition/types.ts'
import { execOf, type SystemClient } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import * as condition from '#server/modules/condition/index.ts'
import type { LockedLane } from '#server/modules/telemetry/index.ts'
import { storedStates } from './stored-states.ts'

type Keyed = Pick<IncidentView, 'key' | 'assetId' | 'ruleId' | 'ruleVersionId'>

// In the engine each version has episodes of its own: two versions of one failure mode must not share one, as rules in force do.
const mark = (ruleVersionId: string): string => `#${ruleVersionId}`
const ownKey = (one: Keyed): string => (one.key.endsWith(':no-data') ? one.key : `${one.key}${mark(one.ruleVersionId)}`)
const plainKey = (one: Keyed): string => (one.key.endsWith(mark(one.ruleVersionId)) ? one.key.slice(0, -mark(one.ruleVersionId).length) : one.key)

/** shadowed gives compiled shadow versions episodes of their own. */
export const shadowed = (rules: readonly CompiledRule[]): CompiledRule[] =>
  rules.map((rule) => ({ ...rule, incidentKey: `${rule.incidentKey}${mark(rule.ruleVersionId)}` }))

/**
 * openShadow builds the engine of the shadow versions, which stands where the live one stands: same readings, same ticks, same
 * watermarks, so it has none of its own. Null where no version is watched and no episode of one is left to be ended.
 */
export async function openShadow(
  client: SystemClient, lane: LockedLane, rules: readonly CompiledRule[], live: Pick<EngineConfig, 'maintenance' | 'sources' | 'last' | 'saved' | 'refold'>,
): Promise<Engine | null> {
  const lasting = await condition.loadShadowFirings(client, lane.orgId, lane.siteId)
  const states = await storedStates(client, lane, 'shadow', rules)
  if (rules.length === 0 && lasting.length === 0) return null
  return createEngine({ ...live, rules, states, incidents: lasting.map((firing) => ({ ...firing, key: ownKey(firing) })) })
}

/** saveShadow keeps what the shadow versions would have raised, and what they remember. Nothing of it becomes an incident, a message or a transition. */
export async function saveShadow(client: SystemClient, lane: LockedLane, effects: Effects): Promise<void> {
  for (const { incident, change } of effects.incidents) {
    await condition.saveShadowFiring(client, lane.orgId, lane.siteId, { ...incident, key: plainKey(incident) })
    if (change.includes('opened') || change.includes('resolved')) await publishLive(execOf(client), lane.orgId, { entity: 'rule', id: incident.ruleId })
  }
  await condition.saveRuleStates(client, lane.orgId, lane.no, 'shadow', effects.states)
}
