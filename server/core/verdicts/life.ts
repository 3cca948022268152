import { overlap, type Span } from './window.ts'

/** LIFE_EVENTS are the turns in a rule's life that are kept with who, when and why. */
export const LIFE_EVENTS = ['published', 'retired', 'shadow-started', 'shadow-ended', 'promoted', 'demoted'] as const
export type LifeEventType = (typeof LIFE_EVENTS)[number]

/** LifeEvent is one turn: at in epoch ms, versionId the version it was about. */
export interface LifeEvent { readonly type: LifeEventType; readonly at: number; readonly versionId: string }

/** Stretch is a time in which a version was in force and raised orders; to is null while it is. */
export interface Stretch { readonly versionId: string; readonly from: number; readonly to: number | null }

/** liveStretches lists when which version was in force, the oldest first. */
export function liveStretches(events: readonly LifeEvent[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { type, at, versionId } of events.toSorted((a, b) => a.at - b.at)) {
    if (type === 'shadow-started' || type === 'shadow-ended') continue
    const last = stretches.at(-1)
    if (last?.to === null) stretches[stretches.length - 1] = { ...last, to: at }
    if (type === 'published' || type === 'promoted') stretches.push({ versionId, from: at, to: null })
  }
  return stretches
}

/** WatchedAsset is a machine that a rule concerns: since when it is known, and when the rule first alerted on it, if it did (epoch ms). */
export interface WatchedAsset { readonly since: number; readonly firstAlertAt: number | null }

/**
 * watchedSpans is when a rule watched a machine within a window. Readings of a recording are judged in their own time, which may lie before the
 * rule was published and the machine entered: the first alert then tells from when on it was watched at least.
 */
export function watchedSpans(stretches: readonly Stretch[], asset: WatchedAsset, window: Span, now: number): Span[] {
  const alerted = asset.firstAlertAt ?? Infinity
  const since = Math.min(asset.since, alerted)
  return stretches.flatMap(({ from, to }, index) => {
    const whole = { from: Math.max(since, index === 0 ? Math.min(from, alerted) : from), to: Math.min(to ?? now, now) }
    return overlap(whole, window) ?? []
  })
}
