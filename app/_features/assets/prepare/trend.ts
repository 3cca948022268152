import type { RuleDefinition } from '#server/core/condition/definition.ts'
import { usualSpacing } from '../../../_lib/trend/align.ts'
import type { SeriesPoint, TrendLimit, TrendModel } from '../../../_lib/trend/model.ts'
import { ruleLimits, stripCells } from '../../../_lib/trend/rule-limits.ts'
import { toPriority } from '../../../_lib/priority.ts'
import type { PointView } from './points.ts'
import { trimWindow, type Window } from './range.ts'

const MIN_GAP_MS = 5_000
const GAP_FACTOR = 4

/** TrendInput is what a machine's trend is made of. */
export interface TrendInput {
  readonly window: Window
  readonly now: number
  readonly points: readonly PointView[]
  /** Readings by point id. */
  readonly series: ReadonlyMap<string, readonly SeriesPoint[]>
  /** The published rule that watches the points, null when there is none or it may not be read. */
  readonly rule: RuleDefinition | null
  /** The point that gates the rule, for the strip and the stepped limit. */
  readonly gate: PointView | null
  readonly limitWord: string
  readonly writeGate: (value: number) => string
}

/** trendOf makes the picture of a machine: its points, the limits of the rule that watches them, and the gate's course below. */
export function trendOf({ window, now, points, series, rule, gate, limitWord, writeGate }: TrendInput): TrendModel {
  const readings = (id: string): readonly SeriesPoint[] => series.get(id) ?? []
  const drawn = points.map((point) => ({
    id: point.id, label: point.name, unit: point.unit, points: readings(point.id),
    gapMs: Math.max(MIN_GAP_MS, GAP_FACTOR * usualSpacing(readings(point.id))),
  }))
  const first = Math.min(...drawn.map((one) => one.points[0]?.[0] ?? Infinity))
  const shown = trimWindow(window, Number.isFinite(first) ? first : null)
  const gateReadings = gate === null ? [] : readings(gate.id)
  const watched = rule === null ? [] : points.filter((point) => rule.points.includes(point.code))
  const limits = rule === null ? [] : ruleLimits(rule, gateReadings)
  return {
    from: shown.from,
    to: shown.to,
    now: now >= shown.from && now <= shown.to ? now : null,
    series: drawn,
    // The points of one rule share its limit: the line is drawn once, the breach for each of them.
    limits: watched.flatMap((point, index) => limits.map((limit): TrendLimit => ({
      seriesId: point.id, label: index === 0 ? limitWord : '', direction: limit.direction, priority: toPriority(rule?.priority ?? 3), steps: limit.steps,
    }))),
    marks: [],
    strip: gate === null || gateReadings.length === 0 ? null : { label: gate.name, unit: gate.unit, cells: stripCells(gateReadings, shown.to, writeGate) },
  }
}
