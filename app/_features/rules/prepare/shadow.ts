import { shadowCriteria, type ShadowCriteria } from '#server/core/rules/shadow.ts'
import { HOUR_MS } from '#server/core/kernel/time.ts'
import { usualSpacing } from '../../../_lib/trend/align.ts'
import type { SeriesPoint, TrendModel } from '../../../_lib/trend/model.ts'
import type { Outputs } from '../../../_lib/trpc/types.ts'

/** ShadowView is what a rule's shadow has come to. */
export type ShadowView = NonNullable<Outputs['rules']['shadow']>

/** ShadowRow is one episode of the version that is only watched. */
export type ShadowRow = ShadowView['firings'][number]

/** CriteriaForm is what a person has typed of the criteria so far; NaN until typed. */
export interface CriteriaForm {
  readonly kind: ShadowCriteria['kind']
  readonly days: number
  /** NaN for no limit. */
  readonly maxPerMonth: number
  /** In percent. */
  readonly atLeast: number
  readonly judged: number
}

/** FIRST_CRITERIA is what the form begins with: two weeks without a false call. */
export const FIRST_CRITERIA: CriteriaForm = { kind: 'quiet', days: 14, maxPerMonth: Number.NaN, atLeast: 80, judged: 10 }

/** criteriaOf makes the criteria from the form; null while they do not fit. */
export function criteriaOf({ kind, days, maxPerMonth, atLeast, judged }: CriteriaForm): ShadowCriteria | null {
  const given = kind === 'quiet' ? { kind, days, maxPerMonth: Number.isNaN(maxPerMonth) ? null : maxPerMonth } : { kind, atLeast: atLeast / 100, judged }
  return shadowCriteria.safeParse(given).data ?? null
}

/** Fired is one firing whose course can be looked at: of the shadow or of the version in force. */
export interface FiredView {
  readonly id: string
  readonly pointId: string | null
  readonly pointName: string
  readonly assetTag: string
  readonly pointUnit: string
  readonly from: number
  readonly to: number | null
  readonly limit: number | null
}

const SIDE_FACTOR = 1.5
const GAP_FACTOR = 4
const MIN_GAP_MS = 5_000

/** courseWindow is the stretch to look at around a firing: as long again to both sides as it lasted, an hour at least; one that goes on is shown until now. */
export function courseWindow({ from, to }: Pick<FiredView, 'from' | 'to'>, now: number): { readonly from: number; readonly to: number } {
  const end = to ?? Math.max(now, from)
  const side = Math.max(HOUR_MS, SIDE_FACTOR * (end - from))
  return { from: from - side, to: to === null ? end : end + side }
}

/** CourseInput is what the picture of a firing is made of; direction null where its limit cannot be drawn on the readings. */
export interface CourseInput {
  readonly fired: FiredView
  readonly points: readonly SeriesPoint[]
  readonly window: { readonly from: number; readonly to: number }
  readonly direction: 'above' | 'below' | null
  readonly words: { readonly limit: string; readonly fired: string; readonly over: string }
}

/** courseOf draws the course of a point around a firing with the limit that decided it, and marks its begin and end. */
export function courseOf({ fired, points, window, direction, words }: CourseInput): TrendModel {
  const seriesId = fired.pointId ?? ''
  return {
    ...window, now: null,
    series: [{ id: seriesId, label: fired.pointName, short: fired.pointName, unit: fired.pointUnit, points, gapMs: Math.max(MIN_GAP_MS, GAP_FACTOR * usualSpacing(points)) }],
    limits: direction === null || fired.limit === null ? [] : [{ seriesId, label: words.limit, direction, priority: null, steps: [{ from: -Infinity, value: fired.limit }] }],
    marks: [{ at: fired.from, label: words.fired }, ...(fired.to === null ? [] : [{ at: fired.to, label: words.over }])],
    strip: null,
  }
}

/** limitSide tells on which side the limit of a rule is broken; null for a rule that judges something else than the readings themselves. */
export function limitSide(definition: { readonly direction: string; readonly measure?: { readonly kind: string } } | null): 'above' | 'below' | null {
  if (definition === null || (definition.measure?.kind ?? 'value') !== 'value') return null
  return definition.direction === 'above' || definition.direction === 'below' ? definition.direction : null
}

/** isMet tells whether every part of the criteria is met; without criteria nothing is. */
export const isMet = ({ conditions }: Pick<ShadowView, 'conditions'>): boolean => conditions.length > 0 && conditions.every(({ met }) => met)
