import { can, siteScope, type Actor } from '#server/core/people/actor.ts'
import { judgeHealth, worstFirst, type HealthFacts, type HealthSentence } from '#server/core/system/health.ts'
import { isSilent, judgeSurroundings } from '#server/core/system/surroundings.ts'
import { isMailSetUp } from '#server/platform/mail/send-mail.ts'
import { tenantFacts } from './health.repo.ts'
import { installationFacts } from './installation-facts.ts'

/** TenantHealth is how the installation does, and the sources of one organization that the actor may see. */
export interface TenantHealth {
  readonly status: 'ready' | 'degraded'
  /** Worst first. */
  readonly sentences: readonly HealthSentence[]
  readonly facts: HealthFacts & { readonly sources: number; readonly silentSources: number }
}

/** tenantHealth says in sentences how the installation and the actor's sources do; degraded when something is bad. */
export async function tenantHealth(actor: Actor, queueReachable: boolean): Promise<TenantHealth> {
  const installation = await installationFacts()
  const { sources, notices } = await tenantFacts(actor.orgId)
  const mine = sources.filter(({ siteId, enabled }) => enabled && can(actor, 'system.read', siteId))
  const names = new Map(sources.map(({ id, name }) => [id, name]))
  const visible = new Set(mine.map(({ id }) => id))
  const sentences = worstFirst([
    ...judgeHealth(installation),
    ...judgeSurroundings({
      queueReachable, mailSetUp: isMailSetUp(),
      sources: mine,
      notices: notices
        // What was wrong with a source that is switched off, or not theirs to see, is nothing to act on.
        .filter(({ kind, subjectId }) => (kind === 'endpoint' ? siteScope(actor, 'webhook.edit') === 'all' : !names.has(subjectId) || visible.has(subjectId)))
        .map(({ kind, subjectId, detail }) => ({ kind, subject: names.get(subjectId) ?? subjectId, detail })),
    }),
  ])
  return {
    status: sentences.some(({ severity }) => severity === 'bad') ? 'degraded' : 'ready',
    sentences,
    facts: { ...installation, sources: mine.length, silentSources: mine.filter(({ clock, silentMs }) => silentMs === null || isSilent(clock, silentMs)).length },
  }
}
