import { usualSpacing } from '../../../_lib/trend/align.ts'
import type { SeriesPoint, TrendLimit, TrendMark, TrendModel } from '../../../_lib/trend/model.ts'
import { ruleLimits, stripCells } from '../../../_lib/trend/rule-limits.ts'
import { toPriority, type Priority } from '../../../_lib/priority.ts'
import type { MachineLevel, PointView } from './points.ts'
import { trimWindow, type Window } from './range.ts'

const MIN_GAP_MS = 5_000
const GAP_FACTOR = 4

/** TrendInput is what a machine's trend is made of. */
export interface TrendInput {
  readonly window: Window
  readonly now: number
  /** The points in the picture. */
  readonly points: readonly PointView[]
  /** Readings by point id; those of gates too. */
  readonly series: ReadonlyMap<string, readonly SeriesPoint[]>
  /** The limits that rules set for the machine's points. */
  readonly rules: readonly MachineLevel[]
  /** The point that gates a rule, by its code. */
  readonly gateOf: (code: string) => PointView | null
  /** Moments worth a mark, such as a repair after which learning began anew. */
  readonly marks: readonly TrendMark[]
  readonly words: { readonly limit: (priority: Priority, many: boolean) => string; readonly gateValue: (value: number) => string }
}

const firstWord = (name: string): string => name.split(' ')[0] ?? name

/** firstReading is when the readings in hand begin (epoch ms), null when there are none. */
export function firstReading(series: Iterable<readonly SeriesPoint[]>): number | null {
  const first = Math.min(...[...series].map((points) => points[0]?.[0] ?? Infinity))
  return Number.isFinite(first) ? first : null
}

/** trendOf makes the picture of a machine: its points, the limits of the rules that watch them, and the gate's course below. */
export function trendOf({ window, now, points, series, rules, gateOf, marks, words }: TrendInput): TrendModel {
  const readings = (id: string): readonly SeriesPoint[] => series.get(id) ?? []
  const drawn = points.map((point) => ({
    id: point.id, label: point.name, short: point.code, unit: point.unit, points: readings(point.id),
    gapMs: Math.max(MIN_GAP_MS, GAP_FACTOR * usualSpacing(readings(point.id))),
  }))
  const shown = trimWindow(window, firstReading(drawn.map((one) => one.points)))
  const gates = rules.flatMap((rule) => (rule.gate === null ? [] : [gateOf(rule.gate.point)])).filter((gate) => gate !== null)
  const limits = rules.flatMap((rule) => {
    const gate = rule.gate === null ? null : gateOf(rule.gate.point)
    const priority = toPriority(rule.priority)
    return points.filter((point) => rule.points.includes(point.code)).flatMap((point, index) =>
      ruleLimits(rule, gate === null ? [] : readings(gate.id)).map((limit): TrendLimit => ({
        // The points of one rule share its limit: its line is named once, the breach is shaded for each of them.
        seriesId: point.id, label: index === 0 ? words.limit(priority, rules.length > 1) : '', direction: limit.direction, priority, steps: limit.steps,
      })))
  })
  const [gate] = gates
  return {
    from: shown.from, to: shown.to, now: now >= shown.from && now <= shown.to ? now : null,
    series: drawn, limits, marks: marks.filter((mark) => mark.at >= shown.from && mark.at <= shown.to),
    strip: gate === undefined || readings(gate.id).length === 0
      ? null
      : { label: firstWord(gate.name), unit: gate.unit, cells: stripCells(readings(gate.id), shown.to, words.gateValue) },
  }
}
