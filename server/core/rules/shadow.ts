import * as z from 'zod'
import { DAY_MS } from '../kernel/time.ts'
import { MONTH_MS } from '../verdicts/figures.ts'
import { wilson, type Interval } from '../verdicts/wilson.ts'

/** SHADOW_ANSWERS are what a person can say of an episode that a shadow version would have raised; none is preselected. */
export const SHADOW_ANSWERS = ['right', 'wrong', 'unsure'] as const
export type ShadowAnswer = (typeof SHADOW_ANSWERS)[number]

/**
 * shadowCriteria is what a person sets down at the start: quiet for a number of days without a false call (and, if given, at most so many firings
 * per machine-month), or a precision over a number of judged firings. They advise; promoting stays a person's decision.
 */
export const shadowCriteria = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('quiet'), days: z.int().min(1, 'Give at least one day.').max(365, 'Give at most 365 days.'), maxPerMonth: z.number().min(0).max(10_000).nullable().default(null) }),
  z.object({ kind: z.literal('precision'), atLeast: z.number().min(0).max(1), judged: z.int().min(1, 'Give at least one firing.').max(1000) }),
])
export type ShadowCriteria = z.output<typeof shadowCriteria>

/** ShadowFiringFacts is one episode of a shadow version: when it was noticed (epoch ms), and what a person said of it. */
export interface ShadowFiringFacts { readonly noticedAt: number; readonly suppressed: boolean; readonly answer: ShadowAnswer | null }

/** ShadowFacts is what a shadow has come to: since when it runs, and on how many machines. Times in epoch ms. */
export interface ShadowFacts { readonly since: number; readonly now: number; readonly machines: number; readonly firings: readonly ShadowFiringFacts[] }

/** ShadowCount adds a shadow up. Firings while work was done on the machine would have raised nothing and are counted apart. */
export interface ShadowCount {
  readonly firings: number
  readonly suppressed: number
  readonly right: number
  readonly wrong: number
  readonly unsure: number
  readonly unjudged: number
  readonly precision: number | null
  readonly interval: Interval | null
  readonly assetMonths: number
  /** Null until machines were watched for a day, added up over them: a rate of minutes says nothing. */
  readonly perAssetMonth: number | null
}

/** ShadowCondition is one part of the criteria: what there is, what is asked for, and whether that is met. */
export interface ShadowCondition { readonly key: 'days' | 'unjudged' | 'rate' | 'judged' | 'precision'; readonly have: number | null; readonly need: number; readonly met: boolean }

/** countShadow adds a shadow up. */
export function countShadow({ since, now, machines, firings }: ShadowFacts): ShadowCount {
  const own = firings.filter(({ suppressed }) => !suppressed)
  const said = (answer: ShadowAnswer | null): number => own.filter((firing) => firing.answer === answer).length
  const [right, wrong] = [said('right'), said('wrong')]
  const assetMonths = (machines * (now - since)) / MONTH_MS
  return {
    firings: own.length, suppressed: firings.length - own.length, right, wrong, unsure: said('unsure'), unjudged: said(null),
    precision: right + wrong === 0 ? null : right / (right + wrong), interval: wilson(right, right + wrong),
    assetMonths, perAssetMonth: assetMonths * MONTH_MS < DAY_MS ? null : own.length / assetMonths,
  }
}

/** shadowConditions tells part by part whether a shadow has met its criteria. A firing of which nobody has said whether it was right may be a false call. */
export function shadowConditions(criteria: ShadowCriteria, facts: ShadowFacts): ShadowCondition[] {
  const count = countShadow(facts)
  if (criteria.kind === 'precision') {
    const { precision, right, wrong } = count
    return [
      { key: 'judged', have: right + wrong, need: criteria.judged, met: right + wrong >= criteria.judged },
      { key: 'precision', have: precision, need: criteria.atLeast, met: precision !== null && precision >= criteria.atLeast },
    ]
  }
  const wrongAt = facts.firings.filter(({ answer, suppressed }) => answer === 'wrong' && !suppressed).map(({ noticedAt }) => noticedAt)
  const days = Math.floor((facts.now - Math.max(facts.since, ...wrongAt)) / DAY_MS)
  const { maxPerMonth } = criteria
  return [
    { key: 'days', have: days, need: criteria.days, met: days >= criteria.days },
    { key: 'unjudged', have: count.unjudged, need: 0, met: count.unjudged === 0 },
    ...(maxPerMonth === null ? [] : [{ key: 'rate' as const, have: count.perAssetMonth, need: maxPerMonth, met: count.perAssetMonth !== null && count.perAssetMonth <= maxPerMonth }]),
  ]
}
