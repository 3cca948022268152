import { ruleDefinition, type RuleDefinition } from '#server/core/condition/definition.ts'
import type { SentencePart } from '#server/core/condition/sentence-parts.ts'
import { ruleSentence } from '#server/core/condition/sentence.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import type { TrendEvidence } from '#server/core/work-orders/evidence.ts'
import { alarmDetail, readIncident, type AlarmDetail, type TicketIncident } from '#server/modules/incidents/index.ts'
import { withTenant } from '#server/platform/db.ts'
import { readEvidence } from './freeze-evidence.ts'

/** AlarmPage answers "why did this fire": the alarm, the readings around it with limits and operating state, and the rule in clauses. */
export interface AlarmPage extends AlarmDetail {
  /** Null for a person who may not see readings. */
  readonly evidence: TrendEvidence | null
  readonly rule: {
    readonly id: string
    readonly name: string
    readonly version: number
    /** What kind of measure it judges; null for a rule of an edition that is not understood. */
    readonly measure: RuleDefinition['measure']['kind'] | null
    readonly sentence: readonly SentencePart[]
  }
}

/** clauses says the rule that leads an incident in clauses, with points by their names; none for a rule of an edition that is not understood. */
function clauses({ rule, point, gate }: TicketIncident): Pick<AlarmPage['rule'], 'measure' | 'sentence'> {
  const parsed = ruleDefinition.safeParse(rule.definition)
  if (!parsed.success) return { measure: null, sentence: [] }
  const nameOf = (code: string): string => [point, gate].find((one) => one?.code === code)?.name ?? code
  const sentence = ruleSentence(parsed.data, point.unit, gate?.unit ?? '').map(({ key, params }) => ({
    key,
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, name === 'points' || name === 'gate' ? named(value, nameOf) : value])),
  }))
  return { measure: parsed.data.measure.kind, sentence }
}

const named = (value: string | number | readonly string[], nameOf: (code: string) => string): string | number | readonly string[] =>
  typeof value === 'number' ? value : typeof value === 'string' ? nameOf(value) : value.map(nameOf)

/** alarmPage reads an alarm (by one of its episodes) with everything its panel tells; 'not-found' when it is not the actor's to see. */
export async function alarmPage(actor: Actor, { id }: { readonly id: string }): Promise<AlarmPage> {
  return withTenant(actor.orgId, async (tx) => {
    const detail = await alarmDetail(tx, actor, id)
    const incident = await readIncident(tx, id)
    const { id: ruleId, name, version } = incident.rule
    return {
      ...detail,
      evidence: can(actor, 'telemetry.read', detail.alarm.siteId) ? await readEvidence(tx, incident) : null,
      rule: { id: ruleId, name, version, ...clauses(incident) },
    }
  })
}
