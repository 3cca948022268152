import { DAY_MS } from '#server/core/kernel/time.ts'
import { bestOf, rounded, type Metrics } from './metrics.ts'

/** PROBATION_ROWS are not scored: 15 % of at most 5,000 rows, as the Numenta Anomaly Benchmark does. */
export const PROBATION_ROWS = 750
const EVENT_GAP_MS = DAY_MS
const FALSE_COST = 0.11
/** MOST_ALARMED is the share of rows in which a naive limit may alarm at most: an alarm that mostly stands is none. */
const MOST_ALARMED = 0.05
const NAIVE_STEPS = 1000

/** LabelledRows is a recording in the order of its file: times in epoch ms, values, and the labelled windows, both ends inclusive. */
export interface LabelledRows {
  readonly t: readonly number[]
  readonly value: readonly number[]
  readonly windows: readonly (readonly [from: number, to: number])[]
}

/** NabScore is how well alarms met the windows; scores in per cent, 100 for the perfect detector and 0 for none, null without windows. */
export interface NabScore {
  readonly windowsFound: number
  readonly windows: number
  readonly falseAlarmEvents: number
  readonly falseAlarmEventsPer30Days: number
  readonly alarmsOpened: number
  readonly nabScore: number | null
  readonly nabScoreEveryRow: number | null
}

interface RowWindow {
  readonly first: number
  readonly last: number
}

/** rowWindows are the windows as rows of the file, without what lies in the probation. */
const rowWindows = ({ t, windows }: LabelledRows): RowWindow[] =>
  windows.flatMap(([from, to]) => {
    const rows = [...t.keys()].filter((row) => row >= PROBATION_ROWS && (t[row] ?? NaN) >= from && (t[row] ?? NaN) <= to)
    const [first, last] = [rows[0], rows.at(-1)]
    return first === undefined || last === undefined ? [] : [{ first, last }]
  }).sort((a, b) => a.first - b.first)

// Lavin and Ahmad, "Evaluating real-time anomaly detection algorithms" (2015): the sigmoid that rewards early detections.
const sigmoid = (y: number): number => (y > 3 ? -1 : 2 / (1 + Math.exp(5 * y)) - 1)

/** nabScore rates detections (rows): the first one in a window by how early it is, those outside by how far behind a window they are. */
const nabScore = (detections: readonly number[], windows: readonly RowWindow[]): number | null => {
  if (windows.length === 0) return null
  let sum = 0
  const found = new Set<RowWindow>()
  for (const row of detections) {
    const window = windowAt(windows, row)
    const before = windows.findLast(({ last }) => last < row)
    if (window === undefined) sum += FALSE_COST * (before === undefined ? -1 : sigmoid((row - before.last) / Math.max(1, before.last - before.first)))
    else if (!found.has(window)) {
      found.add(window)
      sum += sigmoid(-(window.last - row + 1) / (window.last - window.first + 1)) / sigmoid(-1)
    }
  }
  const [nothing, perfect] = [-windows.length, windows.length]
  return rounded((100 * (sum - (windows.length - found.size) - nothing)) / (perfect - nothing))
}

const windowAt = (windows: readonly RowWindow[], row: number): RowWindow | undefined => windows.find(({ first, last }) => row >= first && row <= last)

/** eventsOf counts rows less than a day apart as one event. */
const eventsOf = (rows: readonly number[], t: readonly number[]): number =>
  rows.filter((row, index) => index === 0 || (t[row] ?? 0) - (t[rows[index - 1] ?? 0] ?? 0) >= EVENT_GAP_MS).length

/** scorerOf prepares the scoring of one recording: it takes for each row whether an alarm stands, and looks only behind the probation. */
export const scorerOf = (data: LabelledRows): ((alarm: readonly boolean[]) => NabScore) => {
  const { t } = data
  const windows = rowWindows(data)
  const days = (t.reduce((a, b) => Math.max(a, b), -Infinity) - (t[PROBATION_ROWS] ?? NaN)) / DAY_MS
  return (alarm) => {
    const rows: number[] = []
    for (let row = PROBATION_ROWS; row < alarm.length; row += 1) if (alarm[row] === true) rows.push(row)
    const opened = rows.filter((row) => row === PROBATION_ROWS || alarm[row - 1] !== true)
    const falseAlarmEvents = eventsOf(rows.filter((row) => windowAt(windows, row) === undefined), t)
    return {
      windowsFound: new Set(opened.flatMap((row) => windowAt(windows, row) ?? [])).size, windows: windows.length,
      falseAlarmEvents, falseAlarmEventsPer30Days: rounded((falseAlarmEvents / days) * 30), alarmsOpened: opened.length,
      nabScore: nabScore(opened, windows), nabScoreEveryRow: nabScore(rows, windows),
    }
  }
}

/**
 * bestFixedLimit searches 1,001 evenly spaced limits for the best fixed one without hold that at most 5 % of the rows break:
 * by windows found less 0.11 for each false alarm event, then by fewer alarms. Null where no limit is broken so rarely.
 */
export const bestFixedLimit = (data: LabelledRows, side: 'above' | 'below'): Metrics | null => {
  const score = scorerOf(data)
  const [low, high] = data.value.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity])
  const tried = Array.from({ length: NAIVE_STEPS + 1 }, (_, step) => low + ((high - low) * step) / NAIVE_STEPS).flatMap((limit) => {
    const alarm = data.value.map((value) => (side === 'above' ? value > limit : value < limit))
    const broken = alarm.reduce((count, one) => count + Number(one), 0)
    return broken <= MOST_ALARMED * alarm.length ? [{ limit: rounded(limit), ...score(alarm) }] : []
  })
  const best = bestOf(tried, ({ windowsFound, falseAlarmEvents, alarmsOpened }) => [windowsFound - FALSE_COST * falseAlarmEvents, -alarmsOpened])
  return best === undefined ? null : { ...best }
}
