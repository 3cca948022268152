import { judgesPoint } from '#server/core/condition/measure-unit.ts'
import { usualSpacing } from '../../../_lib/trend/align.ts'
import type { SeriesPoint, TrendModel } from '../../../_lib/trend/model.ts'
import { ruleLimits, stripCells } from '../../../_lib/trend/rule-limits.ts'
import { toPriority } from '../../../_lib/priority.ts'
import type { Definition } from './rule.ts'
import type { Preview } from './summary.ts'

const MIN_GAP_MS = 5_000
const GAP_FACTOR = 4
// How many firings are numbered in the picture; more would hide each other.
const MOST_MARKS = 9

/** PictureInput is what the picture of a preview is made of. */
export interface PictureInput {
  readonly preview: Preview
  readonly definition: Definition
  readonly point: { readonly id: string; readonly code: string; readonly name: string }
  readonly gateName: string
  readonly words: { readonly limit: string; readonly gateValue: (value: number) => string }
}

/** pictureOf draws a point's last days with the draft's limits, and a numbered mark where it would have fired. */
export function pictureOf({ preview, definition, point, gateName, words }: PictureInput): TrendModel {
  const points: readonly SeriesPoint[] = preview.points
  const gate: readonly SeriesPoint[] = preview.gate?.points ?? []
  const first = points[0]?.[0] ?? preview.fromMs
  return {
    // An empty stretch before the first reading says nothing.
    from: Math.max(preview.fromMs, first), to: preview.toMs, now: null,
    series: [{ id: point.id, label: point.name, short: point.code, unit: preview.unit, points, gapMs: Math.max(MIN_GAP_MS, GAP_FACTOR * usualSpacing(points)) }],
    limits: (judgesPoint(definition) ? levelsOf(preview, definition) : []).flatMap((level) =>
      ruleLimits(level, gate).map((limit) => ({ ...limit, seriesId: point.id, label: words.limit, priority: toPriority(level.priority) }))),
    marks: preview.firings.length > MOST_MARKS ? [] : preview.firings.map((firing, index) => ({ at: firing.from, label: String(index + 1) })),
    strip: gate.length === 0 ? null : { label: gateName.split(' ')[0] ?? gateName, unit: preview.gate?.unit ?? '', cells: stripCells(gate, preview.toMs, words.gateValue) },
  }
}

/** watchable lists the points a preview can be drawn for: those the draft watches, else none. */
export const watchable = <Point extends { readonly code: string }>(points: readonly Point[], definition: Pick<Definition, 'points'>): readonly Point[] =>
  points.filter((point) => definition.points.includes(point.code))

// Where the rule cannot be judged, its own limits are all there is to show.
const levelsOf = (preview: Preview, definition: Definition): Preview['levels'] => (preview.levels.length === 0 || preview.problem !== null ? [definition] : preview.levels)

/** judgedPicture draws what a rule judges instead of the value, with its limits; null where that is the value itself, or there is nothing to draw. */
export function judgedPicture({ preview, definition, point, words }: Pick<PictureInput, 'preview' | 'definition' | 'words'> & { readonly point: PictureInput['point'] }, label: string): TrendModel | null {
  const { judged } = preview
  if (judged === null || judged.points.length === 0) return null
  const gate: readonly SeriesPoint[] = preview.gate?.points ?? []
  const points: readonly SeriesPoint[] = judged.points
  const limits = judged.unit === null ? [] : levelsOf(preview, definition).flatMap((level) =>
    ruleLimits(level, gate).map((limit) => ({ ...limit, seriesId: point.id, label: words.limit, priority: toPriority(level.priority) })))
  return {
    from: Math.max(preview.fromMs, preview.points[0]?.[0] ?? preview.fromMs), to: preview.toMs, now: null,
    series: [{ id: point.id, label, short: label, unit: judged.unit ?? '', points, gapMs: Math.max(MIN_GAP_MS, GAP_FACTOR * usualSpacing(points)) }],
    limits, marks: preview.firings.length > MOST_MARKS ? [] : preview.firings.map((firing, index) => ({ at: firing.from, label: String(index + 1) })), strip: null,
  }
}
