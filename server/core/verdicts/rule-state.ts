import type { LifeEvent } from './life.ts'

/** RULE_STATES are how a rule stands: never in force, only watched, in force, taken out. */
export const RULE_STATES = ['draft', 'shadow', 'live', 'retired'] as const
export type RuleState = (typeof RULE_STATES)[number]

/** ruleStateOf tells how a rule stands; a rule in force with a shadow beside it is live. */
export function ruleStateOf({ status, shadowVersion }: { readonly status: string; readonly shadowVersion: number | null }): RuleState {
  if (status === 'published') return 'live'
  if (status === 'retired') return 'retired'
  return shadowVersion === null ? 'draft' : 'shadow'
}

/** VersionFacts is what a version itself tells of its life; publishedAt in epoch ms. */
export interface VersionFacts { readonly id: string; readonly publishedAt: number | null }

/** wholeLife completes a life by the publications that were made before turns were kept: each published version without a turn of its own. */
export function wholeLife(kept: readonly LifeEvent[], versions: readonly VersionFacts[]): LifeEvent[] {
  const told = new Set(kept.filter(({ type }) => type === 'published' || type === 'promoted').map(({ versionId }) => versionId))
  const missing = versions.flatMap(({ id, publishedAt }): LifeEvent[] => (publishedAt === null || told.has(id) ? [] : [{ type: 'published', at: publishedAt, versionId: id }]))
  return [...missing, ...kept].toSorted((a, b) => a.at - b.at)
}
