import { notFound } from '#server/core/kernel/errors.ts'
import { siteScope, type Actor } from '#server/core/people/actor.ts'
import type { ShadowCriteria } from '#server/core/rules/shadow.ts'
import type { LifeEventType } from '#server/core/verdicts/life.ts'
import { withTenant } from '../../platform/db.ts'
import { lifeEventsOf, personNames } from './life.repo.ts'
import { findRule } from './rules.repo.ts'

/** VersionFact is one version: what it says (as stored, of whatever kind), and who wrote and published it, when and why. Times are ISO. */
export interface VersionFact {
  readonly id: string
  readonly version: number
  readonly definition: unknown
  readonly createdAt: string
  readonly createdBy: string | null
  readonly publishedAt: string | null
  readonly publishedBy: string | null
  readonly note: string | null
  readonly isLive: boolean
  readonly isWatched: boolean
}

/** LifeFact is one turn in the rule's life; by is a name, null when the system did it or nobody is known. */
export interface LifeFact {
  readonly id: string
  readonly type: LifeEventType
  readonly version: number
  readonly at: string
  readonly by: string | null
  readonly reason: string | null
  readonly criteria: ShadowCriteria | null
}

/** RuleLife is a rule's versions and turns, the newest first. */
export interface RuleLife {
  readonly versions: readonly VersionFact[]
  readonly life: readonly LifeFact[]
}

/** ruleLife reads a rule's versions and the turns of its life; throws 'not-found' when it is not theirs to see. */
export async function ruleLife(actor: Actor, id: string): Promise<RuleLife> {
  const scope = siteScope(actor, 'rule.read')
  return withTenant(actor.orgId, async (tx) => {
    const rule = await findRule(tx, id)
    if (!rule || (scope !== 'all' && rule.asset && !scope.includes(rule.asset.siteId))) throw notFound('This rule')
    const events = await lifeEventsOf(tx, id)
    const names = await personNames(tx, [...rule.versions.flatMap((version) => version.createdBy ?? []), ...events.flatMap((event) => event.personId ?? [])])
    const nameOf = (person: string | null | undefined): string | null => (person == null ? null : (names.get(person) ?? null))
    // The first time counts: later turns of the same version stand in the life.
    const publication = (versionId: string) => events.findLast((event) => event.versionId === versionId && (event.type === 'published' || event.type === 'promoted'))
    return {
      versions: rule.versions.map((version) => ({
        id: version.id, version: version.version, definition: version.definition, createdAt: version.createdAt.toISOString(), createdBy: nameOf(version.createdBy),
        publishedAt: version.publishedAt?.toISOString() ?? null, publishedBy: nameOf(publication(version.id)?.personId), note: version.note,
        isLive: rule.status === 'published' && version.version === rule.publishedVersion, isWatched: version.version === rule.shadowVersion,
      })),
      life: events.map(({ at, personId, ...event }) => ({
        id: event.id, type: event.type, version: event.version, at: at.toISOString(), by: nameOf(personId), reason: event.reason, criteria: event.criteria,
      })),
    }
  })
}
