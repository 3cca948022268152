'use client'

import { parseAsNumberLiteral, parseAsString, useQueryStates } from 'nuqs'
import { trendControls } from '../../../_ui/charts/trend-controls.tsx'
import { watchable } from '../prepare/picture.ts'
import { isSame, publishedOf, type Definition, type RuleView, type WatchedPoint } from '../prepare/rule.ts'
import { usePreview, type Tried } from './use-preview.ts'

/** DAYS are the stretches of time that a rule can be tried on. */
export const DAYS = [1, 7, 30, 90] as const
export type Days = (typeof DAYS)[number]

/** tryControls are the address parameters of a trial: the point, how many days, and the chart's own. */
export const tryControls = { point: parseAsString, days: parseAsNumberLiteral(DAYS).withDefault(30), ...trendControls }

/** RuleTrial is the rule tried on one point: what stands in the editor, and the version in force beside it where it says something else. */
export interface RuleTrial {
  readonly points: readonly WatchedPoint[]
  readonly point: WatchedPoint | null
  readonly days: Days
  readonly draft: Tried
  /** Null when nothing is in force, or it says the same. */
  readonly published: Tried | null
}

/** useTry tries what stands in the editor, and the version in force, on the chosen point's last days; fits tells whether the editor's rule is complete. */
export function useTry(rule: RuleView, definition: Definition, fits: boolean): RuleTrial {
  const [{ point: asked, days }] = useQueryStates(tryControls)
  const points = watchable(rule.points, definition)
  const point = points.find((one) => one.id === asked) ?? points[0] ?? null
  const inForce = publishedOf(rule)
  const differs = inForce !== null && rule.status === 'published' && !isSame(inForce, definition)
  const draft = usePreview(rule.id, fits ? definition : null, point?.id ?? null, days)
  const published = usePreview(rule.id, differs ? inForce : null, point?.id ?? null, days)
  return { points, point, days, draft, published: differs ? published : null }
}
