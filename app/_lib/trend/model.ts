import type { Priority } from '../priority.ts'

/** SeriesPoint is one bucket of a trend: start (epoch ms), lowest, highest and last value in it. */
export type SeriesPoint = readonly [ts: number, min: number, max: number, last: number]

/** TrendSeries is one line of a trend. */
export interface TrendSeries {
  readonly id: string
  readonly label: string
  /** A few letters for the end of the line. */
  readonly short: string
  /** UCUM code. */
  readonly unit: string
  readonly points: readonly SeriesPoint[]
  /** A pause longer than this (ms) is drawn as a gap. */
  readonly gapMs: number
}

/** LimitStep is a limit's value from a moment on (epoch ms); null where no limit applies. */
export interface LimitStep {
  readonly from: number
  readonly value: number | null
}

/** TrendLimit is a limit of one series, possibly stepped (by speed, for example). */
export interface TrendLimit {
  readonly seriesId: string
  /** Words at the line, before the value. */
  readonly label: string
  readonly direction: 'above' | 'below'
  /** The tint of the breach; null shades it grey: it is over. */
  readonly priority: Priority | null
  readonly steps: readonly LimitStep[]
}

/** TrendMark is a moment worth a dotted line, such as the rule firing. */
export interface TrendMark {
  readonly at: number
  readonly label: string
  /** The priority mark's tint is not used: a mark is ink. */
  readonly strong?: boolean
}

/** StripCell is a stretch of a state under the trend, such as a speed band. */
export interface StripCell {
  readonly from: number
  readonly to: number
  readonly text: string
  /** How high the cell is, 0 to 1 of the largest value shown. */
  readonly level: number
}

/** TrendModel is everything a trend shows. */
export interface TrendModel {
  readonly from: number
  readonly to: number
  /** The present (epoch ms), marked when it lies in the picture. */
  readonly now: number | null
  readonly series: readonly TrendSeries[]
  readonly limits: readonly TrendLimit[]
  readonly marks: readonly TrendMark[]
  readonly strip: { readonly label: string; readonly unit: string; readonly cells: readonly StripCell[] } | null
}

/** Scale is how the value axis is divided. */
export type ValueScale = 'linear' | 'log'
