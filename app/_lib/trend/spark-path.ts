import { breachRuns } from './limits.ts'
import type { SeriesPoint } from './model.ts'

/** SparkShape is a small trend as SVG paths: the line, the breach and the limit's height (null when there is none). */
export interface SparkShape {
  readonly line: string
  readonly breach: string
  readonly limitY: number | null
}

const text = (value: number): string => String(Math.round(value * 10) / 10)

/** sparkShape fits [moment, value] pairs and one limit into a box of width x height (px), with 2 px to spare. */
export function sparkShape(points: readonly (readonly [number, number])[], limit: number | null, direction: 'above' | 'below', width: number, height: number): SparkShape {
  const values = [...points.map(([, value]) => value), ...(limit === null ? [] : [limit])]
  const low = Math.min(...values)
  const high = Math.max(...values)
  const first = points[0]?.[0] ?? 0
  const span = (points.at(-1)?.[0] ?? 0) - first
  const x = (ts: number): number => 2 + ((width - 4) * (ts - first)) / (span === 0 ? 1 : span)
  const y = (value: number): number => (high === low ? height / 2 : 2 + ((height - 4) * (high - value)) / (high - low))
  const place = (ts: number, value: number): string => `${text(x(ts))} ${text(y(value))}`
  const line = points.map(([ts, value], index) => `${index === 0 ? 'M' : 'L'}${place(ts, value)}`).join('')
  if (limit === null) return { line, breach: '', limitY: null }
  const run = points.map(([ts, value]): SeriesPoint => [ts, value, value, value])
  const areas = breachRuns(run, { seriesId: '', label: '', direction, priority: null, steps: [{ from: -Infinity, value: limit }] })
  const breach = areas
    .map((area) => `M${[...area.map((corner) => place(corner.ts, corner.value)), ...area.toReversed().map((corner) => place(corner.ts, corner.limit))].join('L')}Z`)
    .join('')
  return { line, breach, limitY: y(limit) }
}
