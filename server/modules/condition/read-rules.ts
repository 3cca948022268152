import { ruleDefinition, type RuleDefinition } from '#server/core/condition/definition.ts'
import { notFound } from '#server/core/kernel/errors.ts'
import { siteScope, type Actor } from '#server/core/people/actor.ts'
import { withTenant } from '../../platform/db.ts'
import { findRule, listRules as readAll, ruleActivity, watchedPoints, type RuleActivity, type StoredRule, type WatchedPoint } from './rules.repo.ts'

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
  readonly openIncidents: number
  readonly lastFiredAt: string | null
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

function ruleRow(rule: StoredRule, activity: RuleActivity | undefined): RuleRow {
  const shown = rule.versions.find((version) => version.version === rule.publishedVersion) ?? rule.versions[0]
  return {
    id: rule.id,
    name: rule.name,
    status: rule.status,
    className: rule.class?.name ?? null,
    assetTag: rule.asset?.tag ?? null,
    definition: shown ? read(shown.definition) : null,
    version: rule.publishedVersion,
    hasDraft: rule.versions[0]?.publishedAt === null,
    openIncidents: activity?.openIncidents ?? 0,
    lastFiredAt: activity?.lastFiredAt?.toISOString() ?? null,
  }
}

// A class rule is shown to whoever may read rules anywhere; an asset's rule to those of its site.
const visible = (scope: 'all' | readonly string[], rule: StoredRule): boolean => scope === 'all' || !rule.asset || scope.includes(rule.asset.siteId)

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
      draft: versions.find((version) => version.publishedAt === null) ?? null,
      versions,
      points: points.filter((point) => scope === 'all' || scope.includes(point.siteId)),
    }
  })
}
