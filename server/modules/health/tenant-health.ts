import { can, type Actor } from '#server/core/people/actor.ts'
import { describeHealth, type HealthSentence } from '#server/core/kernel/health.ts'
import { namesOfSites, tenantFacts, workFacts, type WorkFacts } from './health.repo.ts'

/** TenantHealth is how the installation does, as far as it concerns one organization. */
export interface TenantHealth {
  readonly status: 'ready' | 'degraded'
  readonly sentences: readonly HealthSentence[]
  readonly facts: Pick<WorkFacts, 'inboxWaiting' | 'outboxWaiting' | 'deadLetters'> & { readonly sources: number; readonly silentSources: number }
}

/** tenantHealth says in sentences how the actor's sites do. */
export async function tenantHealth(actor: Actor, queueReachable: boolean): Promise<TenantHealth> {
  const { sources, notices, waiting, unticketed } = await tenantFacts(actor.orgId)
  const work = await workFacts()
  const siteNames = await namesOfSites(actor.orgId)
  const mine = sources.filter(({ siteId }) => can(actor, 'system.read', siteId))
  const names = new Map(sources.map(({ id, name }) => [id, name]))
  const visible = new Set(mine.map(({ id }) => id))
  const described = describeHealth({
    queueReachable,
    sources: mine,
    waiting: waiting.filter(({ siteId }) => can(actor, 'system.read', siteId)).map(({ siteId, seconds }) => ({ site: siteNames.get(siteId) ?? '', seconds })),
    notices: notices.filter(({ subjectId }) => !names.has(subjectId) || visible.has(subjectId)).map(({ kind, subjectId, detail }) => ({ kind, subject: names.get(subjectId) ?? subjectId, detail })),
    unticketed,
  })
  return {
    ...described,
    facts: {
      inboxWaiting: work.inboxWaiting, outboxWaiting: work.outboxWaiting, deadLetters: work.deadLetters, sources: mine.length,
      silentSources: described.sentences.filter(({ key }) => key.startsWith('health.source.')).length,
    },
  }
}
