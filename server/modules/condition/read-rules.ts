import { failureModeView, type FailureModeView } from '#server/core/assets/failure-mode.ts'
import { ruleDefinition, type RuleDefinition } from '#server/core/condition/definition.ts'
import { notFound } from '#server/core/kernel/errors.ts'
import { can, siteScope, type Actor } from '#server/core/people/actor.ts'
import { ruleStateOf, type RuleState } from '#server/core/verdicts/rule-state.ts'
import { withTenant } from '../../platform/db.ts'
import { classesAt, findRule, listRules as readAll, ruleActivity, watchedPoints, type RuleActivity, type StoredClass, type StoredRule, type WatchedPoint } from './rules.repo.ts'

/** Vocabulary is what a rule can speak of: the points of its class or machine, and the ways in which that fails. */
export interface Vocabulary {
  readonly points: readonly { readonly code: string; readonly name: string; readonly unit: string }[]
  readonly failureModes: readonly FailureModeView[]
}

/** RuleRow is a rule in a list: what it watches, what it says, how it has been doing. */
export interface RuleRow {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly className: string | null
  readonly assetTag: string | null
  readonly definition: RuleDefinition | null
  readonly version: number | null
  readonly hasDraft: boolean
  /** How it stands, and the version that is only watched. */
  readonly state: RuleState
  readonly shadowVersion: number | null
  readonly openIncidents: number
  readonly lastFiredAt: string | null
  readonly vocabulary: Vocabulary
}

/** VersionRow is one version of a rule. */
export interface VersionRow {
  readonly version: number
  readonly note: string | null
  readonly createdAt: string
  readonly publishedAt: string | null
  readonly definition: RuleDefinition | null
}

/** RuleView is a rule with its versions and the points it watches. */
export interface RuleView extends RuleRow {
  readonly classId: string | null
  readonly assetId: string | null
  readonly draft: VersionRow | null
  readonly versions: readonly VersionRow[]
  readonly points: readonly WatchedPoint[]
  /** What this person may do with it: a class rule concerns every site. */
  readonly allowed: { readonly edit: boolean; readonly publish: boolean }
}

const read = (definition: unknown): RuleDefinition | null => {
  const parsed = ruleDefinition.safeParse(definition)
  return parsed.success ? parsed.data : null
}

const versionRow = (version: StoredRule['versions'][number]): VersionRow => ({
  version: version.version,
  note: version.note,
  createdAt: version.createdAt.toISOString(),
  publishedAt: version.publishedAt?.toISOString() ?? null,
  definition: read(version.definition),
})

const vocabularyOf = ({ class: kind, asset }: StoredRule): Vocabulary => ({
  points: kind?.points ?? asset?.points ?? [],
  failureModes: (kind?.failureModes ?? asset?.class?.failureModes ?? []).map(failureModeView),
})

function ruleRow(rule: StoredRule, activity: RuleActivity | undefined): RuleRow {
  const shown = rule.versions.find((version) => version.version === (rule.publishedVersion ?? rule.shadowVersion)) ?? rule.versions[0]
  return {
    id: rule.id,
    name: rule.name,
    status: rule.status,
    className: rule.class?.name ?? null,
    assetTag: rule.asset?.tag ?? null,
    definition: shown ? read(shown.definition) : null,
    version: rule.publishedVersion,
    hasDraft: rule.versions[0]?.publishedAt === null,
    state: ruleStateOf(rule),
    shadowVersion: rule.shadowVersion,
    openIncidents: activity?.openIncidents ?? 0,
    lastFiredAt: activity?.lastFiredAt?.toISOString() ?? null,
    vocabulary: vocabularyOf(rule),
  }
}

// A class rule is shown to whoever may read rules anywhere; an asset's rule to those of its site.
const visible = (scope: 'all' | readonly string[], rule: StoredRule): boolean => scope === 'all' || !rule.asset || scope.includes(rule.asset.siteId)

// As edit-rule.ts asks for it: everywhere for a class, at its site for a machine.
const holds = (actor: Actor, permission: 'rule.edit' | 'rule.publish', { asset }: StoredRule): boolean =>
  asset ? can(actor, permission, asset.siteId) : siteScope(actor, permission) === 'all'

/** listRules lists the rules the person may see. */
export async function listRules(actor: Actor): Promise<RuleRow[]> {
  return withTenant(actor.orgId, async (tx) => {
    const scope = siteScope(actor, 'rule.read')
    const activity = new Map((await ruleActivity(tx)).map((row) => [row.ruleId, row]))
    return (await readAll(tx)).filter((rule) => visible(scope, rule)).map((rule) => ruleRow(rule, activity.get(rule.id)))
  })
}

/** getRule shows one rule with its versions and the points it could watch; throws 'not-found' when it is not theirs to see. */
export async function getRule(actor: Actor, id: string): Promise<RuleView> {
  return withTenant(actor.orgId, async (tx) => {
    const scope = siteScope(actor, 'rule.read')
    const rule = await findRule(tx, id)
    if (!rule || !visible(scope, rule)) throw notFound('This rule')
    const activity = (await ruleActivity(tx)).find((row) => row.ruleId === id)
    const points = await watchedPoints(tx, rule)
    const versions = rule.versions.map(versionRow)
    return {
      ...ruleRow(rule, activity),
      classId: rule.classId,
      assetId: rule.assetId,
      draft: versions[0]?.publishedAt === null ? versions[0] : null,
      versions,
      points: points.filter((point) => scope === 'all' || scope.includes(point.siteId)),
      allowed: { edit: holds(actor, 'rule.edit', rule), publish: holds(actor, 'rule.publish', rule) },
    }
  })
}

/** listRuleClasses lists the classes of machines for which the person can think of a rule: those with machines at their sites. */
export const listRuleClasses = (actor: Actor): Promise<StoredClass[]> =>
  withTenant(actor.orgId, (tx) => classesAt(tx, siteScope(actor, 'rule.edit')))
