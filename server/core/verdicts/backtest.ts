import type { LabelledEpisode, ProposedChange } from './propose.ts'

/** Stretch is a time in which a rule fires, on recorded readings (epoch ms); to is null where it still does. */
interface Stretch { readonly from: number; readonly to: number | null }

/** JudgedStretch is a judged episode as it was recorded. */
export interface JudgedStretch extends Pick<LabelledEpisode, 'id' | 'label'>, Stretch {}

/** PointTrial is what a wording of a rule fires on one point's recorded readings, and the judged episodes there. */
export interface PointTrial { readonly episodes: readonly JudgedStretch[]; readonly firings: readonly Stretch[] }

/** TrialScore is what a wording comes to: judged episodes that it still finds, and firings by what is known of them; hours is how long it fires. */
export interface TrialScore {
  readonly right: number
  /** Right ones that it does not find, by id. */
  readonly lost: readonly string[]
  /** False calls that it does not raise any more, alone or because they are one with the firing before, by id. */
  readonly avoided: readonly string[]
  readonly falseCalls: number
  readonly unjudged: number
  readonly firings: number
  readonly hours: number
}

const HOUR_MS = 3_600_000
const meet = (a: Stretch, b: Stretch): boolean => a.from <= (b.to ?? Infinity) && b.from <= (a.to ?? Infinity)

/**
 * scoreTrials adds up what a wording comes to on several points, whose readings end at a time (epoch ms). A false call that shares its firing with
 * an earlier judged episode calls nobody again.
 */
export function scoreTrials(trials: readonly PointTrial[], endMs: number): TrialScore {
  const scored = trials.flatMap(({ episodes, firings }) => {
    const ordered = episodes.toSorted((a, b) => a.from - b.from)
    const first = (firing: Stretch): JudgedStretch | undefined => ordered.find((episode) => meet(firing, episode))
    return ordered.map((episode) => {
      const own = firings.filter((firing) => meet(firing, episode))
      return { ...episode, isFound: own.length > 0, calls: own.filter((firing) => first(firing)?.id === episode.id).length }
    })
  })
  const firings = trials.flatMap((trial) => trial.firings)
  const right = scored.filter(({ label, isFound }) => label === 'right' && isFound)
  return {
    right: right.length, lost: scored.filter(({ label, isFound }) => label === 'right' && !isFound).map(({ id }) => id),
    avoided: scored.filter(({ label, calls }) => label === 'false' && calls === 0).map(({ id }) => id),
    falseCalls: scored.filter(({ label, calls }) => label === 'false' && calls > 0).length,
    unjudged: trials.reduce((sum, trial) => sum + trial.firings.filter((firing) => !trial.episodes.some((episode) => meet(firing, episode))).length, 0),
    firings: firings.length, hours: firings.reduce((sum, { from, to }) => sum + ((to ?? endMs) - from), 0) / HOUR_MS,
  }
}

/** Tried is a change with what the rule comes to without and with it. */
export interface Tried { readonly change: ProposedChange; readonly before: TrialScore; readonly after: TrialScore }

/** gainOf is how many false calls a change avoids that come without it. */
export const gainOf = ({ before, after }: Pick<Tried, 'before' | 'after'>): number => after.avoided.filter((id) => !before.avoided.includes(id)).length

const isSafe = ({ before, after }: Tried): boolean => after.lost.every((id) => before.lost.includes(id)) && after.unjudged <= before.unjudged
const size = ({ from, to }: ProposedChange): number => Math.abs(to - from) / (Math.abs(from) || 1)

/**
 * bestOf picks of each kind of change the one that avoids the most false calls without losing a right one or firing where the rule did not before;
 * of equals the smallest. Changes that avoid nothing are no proposals.
 */
export function bestOf(tried: readonly Tried[]): Tried[] {
  const fits = tried.filter((one) => isSafe(one) && gainOf(one) > 0)
  const best = [...Map.groupBy(fits, ({ change }) => (change.kind === 'delay' ? 'delay' : `${change.kind} ${change.band}`)).values()]
    .flatMap((same) => same.toSorted((a, b) => gainOf(b) - gainOf(a) || size(a.change) - size(b.change)).slice(0, 1))
  return best.toSorted((a, b) => gainOf(b) - gainOf(a) || size(a.change) - size(b.change))
}
