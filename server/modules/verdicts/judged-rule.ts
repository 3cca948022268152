import { notFound } from '#server/core/kernel/errors.ts'
import { DAY_MS } from '#server/core/kernel/time.ts'
import { siteScope, type Actor } from '#server/core/people/actor.ts'
import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db.ts'
import { readJudgedEpisodes, type JudgedEpisode } from './episodes.repo.ts'
import { readDecisions, type StoredDecision } from './proposals.repo.ts'
import { readDefinition, readRules } from './scope.repo.ts'
import { isVisible } from './scope.ts'

const LOOK_BACK_MS = 365 * DAY_MS

/** JudgedRule is the version of a rule that judges now (live, or only watched), its judged episodes, and what was decided about earlier proposals. */
export interface JudgedRule {
  readonly versionId: string
  readonly version: number
  readonly definition: unknown
  readonly episodes: readonly JudgedEpisode[]
  readonly decisions: readonly StoredDecision[]
}

/** readJudgedRule reads what a rule's proposals come from; null when it judges nothing. Throws 'not-found' when it is not theirs to see. */
export async function readJudgedRule(tx: Tx, actor: Actor, ruleId: string): Promise<JudgedRule | null> {
  const sites = siteScope(actor, 'rule.read')
  const [rule] = await readRules(tx, ruleId)
  if (!rule || !isVisible(sites, rule)) throw notFound('This rule')
  const version = rule.status === 'retired' ? undefined : rule.versions.find((one) => one.version === (rule.publishedVersion ?? rule.shadowVersion))
  if (!version) return null
  return {
    versionId: version.id, version: version.version, definition: await readDefinition(tx, version.id),
    episodes: await readJudgedEpisodes(tx, ruleId, sites, new Date(now().getTime() - LOOK_BACK_MS)), decisions: await readDecisions(tx, ruleId),
  }
}
