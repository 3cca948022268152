import { evidenceUnit } from '#server/core/work-orders/evidence.ts'
import type { OrderView, TrendEvidence } from './view.ts'

/** Episode is one time that the problem came, with what was frozen of it; data null when it cannot be shown. */
export interface Episode {
  /** The incident's id: it names the episode in the address. */
  readonly id: string
  readonly data: TrendEvidence | null
  readonly stands: boolean
  /** The most urgent of several, and among those the one furthest beyond its limit. */
  readonly worst: boolean
  readonly priority: number
  readonly openedAt: string
  readonly resolvedAt: string | null
  readonly peak: { readonly value: number; readonly at: string }
  readonly limit: number | null
  /** The unit of peak and limit; null where there is no number to show. */
  readonly unit: string | null
  readonly rule: { readonly id: string; readonly name: string; readonly version: number }
}

type Evidence = OrderView['evidence'][number]

/** beyond tells how far the peak lies from its limit; limits of one key differ, so the distance is measured in limits where that is possible. */
function beyond({ data, episode: { peak, limit } }: Evidence): number {
  const value = data?.peak.value ?? peak.value
  const of = data?.limit ?? limit
  if (of === null) return 0
  return of === 0 ? Math.abs(value) : Math.abs(value - of) / Math.abs(of)
}

function worstOf(all: readonly Evidence[]): Evidence | null {
  const [worst] = all.toSorted((a, b) => a.episode.priority - b.episode.priority || beyond(b) - beyond(a))
  return all.length > 1 ? (worst ?? null) : null
}

const startOf = ({ data, episode }: Evidence): number => Date.parse(data?.firedAt ?? episode.openedAt)

/** episodesOf lists the episodes of an order: what still stands first, then the newest, then the most urgent. */
export function episodesOf({ evidence }: Pick<OrderView, 'evidence'>): readonly Episode[] {
  const trends = evidence.filter((one) => one.kind === 'trend')
  const worst = worstOf(trends)
  const stands = ({ episode }: Evidence): number => (episode.state === 'open' ? 0 : 1)
  return trends
    .toSorted((a, b) => stands(a) - stands(b) || startOf(b) - startOf(a) || a.episode.priority - b.episode.priority)
    .map((one) => ({
      id: one.incidentId, data: one.data, stands: one.episode.state === 'open', worst: one === worst, priority: one.episode.priority,
      openedAt: one.episode.openedAt, resolvedAt: one.episode.resolvedAt, peak: one.data?.peak ?? one.episode.peak, limit: one.data?.limit ?? one.episode.limit,
      unit: one.data === null ? one.episode.unit : evidenceUnit(one.data), rule: one.data?.rule ?? one.episode.rule,
    }))
}

/** chosenEpisode is the episode that the address names, else the first; null when the order has none. */
export const chosenEpisode = (episodes: readonly Episode[], id: string | null): Episode | null => episodes.find((episode) => episode.id === id) ?? episodes[0] ?? null
