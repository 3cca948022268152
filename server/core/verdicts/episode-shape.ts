import { DAY_MS } from '../kernel/time.ts'
import type { Series } from '../condition/preview.ts'
import type { LabelledEpisode } from './propose.ts'

/** RecordedEpisode is a judged episode as it was recorded; times in epoch ms. */
export interface RecordedEpisode extends Pick<LabelledEpisode, 'id' | 'label' | 'gateValue'> { readonly from: number; readonly to: number | null }

/** furthest is the largest (or, turned round, the smallest) value between two times, both in it; null where there is none. */
function furthest({ t, value }: Series, from: number, to: number, sign: 1 | -1): number | null {
  let found: number | null = null
  for (let row = 0; row < t.length; row += 1) {
    const at = t[row] ?? NaN
    const read = value[row] ?? NaN
    if (at >= from && at <= to && Number.isFinite(read) && (found === null || sign * read > sign * found)) found = read
  }
  return found
}

/**
 * shapeOf reads from a point's recorded readings what its judged episodes looked like: how far they went, how long they held, and how safe it had
 * become since the one before. Episodes of which there are no readings any more are left out.
 */
export function shapeOf(episodes: readonly RecordedEpisode[], readings: Series, rule: { readonly direction: string; readonly forMs: number }): LabelledEpisode[] {
  const sign = rule.direction === 'below' ? -1 : 1
  const end = readings.t[readings.t.length - 1] ?? -Infinity
  const ordered = episodes.toSorted((a, b) => a.from - b.from)
  return ordered.flatMap(({ id, label, gateValue, from, to }, index) => {
    const peak = furthest(readings, from - rule.forMs, to ?? end, sign)
    if (peak === null || from < (readings.t[0] ?? Infinity)) return []
    const before = ordered[index - 1]?.to ?? null
    const isSoon = before !== null && before <= from && from - before <= DAY_MS
    const troughBefore = isSoon ? furthest(readings, before, from, sign === 1 ? -1 : 1) : null
    return [{ id, label, gateValue, peak, heldMs: to === null ? null : to - from + rule.forMs, troughBefore }]
  })
}
