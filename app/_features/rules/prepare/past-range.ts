import { addDays, localDay, startOfDay } from '#server/core/kernel/local-day.ts'
import { DAY_MS } from '#server/core/kernel/time.ts'
import type { Outputs } from '../../../_lib/trpc/types.ts'

/** Extent is how much past there is to try a rule on. */
export type Extent = Outputs['backtests']['extent']

/** SPANS are the ranges one can choose: so many days up to the newest reading, or days of one's own. */
export const SPANS = ['7', '30', '90', '365', 'own'] as const
export type Span = (typeof SPANS)[number]

/** RangeForm is the range as it is chosen so far; days as YYYY-MM-DD by the site's calendar, the last one within the range, empty until given. */
export interface RangeForm { readonly span: Span; readonly firstDay: string; readonly lastDay: string }

/** FIRST_RANGE is what the form begins with. */
export const FIRST_RANGE: RangeForm = { span: '30', firstDay: '', lastDay: '' }

/** PastRange is a stretch of the past, [from, to) in epoch ms. */
export interface PastRange { readonly from: number; readonly to: number }

/** endOfPast is where the past ends: now while readings come, else right after the newest one, as for a recording that is judged in its own time. */
export const endOfPast = (kept: Extent['kept'], now: number): number => (kept === null || now - kept.toMs < DAY_MS ? now : kept.toMs + 1)

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

/** rangeOf makes the range of a form by the site's calendar; null while its days are not given or in the wrong order. */
export function rangeOf({ span, firstDay, lastDay }: RangeForm, kept: Extent['kept'], now: number, zone: string): PastRange | null {
  const end = endOfPast(kept, now)
  if (span !== 'own') return { from: end - Number(span) * DAY_MS, to: end }
  if (!isDay(firstDay) || !isDay(lastDay) || lastDay < firstDay) return null
  const [from, to] = [startOfDay(firstDay, zone), Math.min(startOfDay(addDays(lastDay, 1), zone), now)]
  return from < to ? { from, to } : null
}

/** withSpan chooses a range; days of one's own begin as the days of what was chosen before. */
export function withSpan(form: RangeForm, span: Span, kept: Extent['kept'], now: number, zone: string): RangeForm {
  const before = span === 'own' && form.firstDay === '' ? rangeOf(form, kept, now, zone) : null
  return before === null ? { ...form, span } : { span, firstDay: localDay(before.from, zone), lastDay: localDay(before.to - 1, zone) }
}

/** keptDays is for how many days of a range readings are kept. */
export const keptDays = ({ from, to }: PastRange, kept: Extent['kept']): number =>
  kept === null ? 0 : Math.max(0, Math.min(to, kept.toMs + 1) - Math.max(from, kept.fromMs)) / DAY_MS
