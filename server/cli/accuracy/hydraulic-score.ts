import { bestOf, rounded, share, type Metrics } from './metrics.ts'

/** COOLER are the labels of the cooler's condition in per cent. */
export const COOLER = { good: 100, reduced: 20, nearFailure: 3 } as const

/** CycleAlarms says of one cycle what stands: an alarm at all, and that of a cooler near failure. */
export interface CycleAlarms {
  readonly alarm: boolean
  readonly high: boolean
}

/** ScoredSegment is a run of cycles with one condition of the cooler; its first `settling` cycles no rule can have judged yet. */
export interface ScoredSegment {
  readonly cooler: number
  readonly settling: number
  readonly cycles: readonly CycleAlarms[]
}

type Told = (cycle: CycleAlarms) => boolean

const recall = (segments: readonly ScoredSegment[], cooler: number, told: Told, settled: boolean): number | null => {
  const cycles = segments.filter((one) => one.cooler === cooler).flatMap((one) => (settled ? one.cycles.slice(one.settling) : one.cycles))
  return share(cycles.filter(told).length, cycles.length)
}

/** openings counts the cycles in which an alarm begins; one that stands in the first cycle began there. */
const openings = (segments: readonly ScoredSegment[], cooler: number, told: Told): number =>
  segments.filter((one) => one.cooler === cooler).flatMap(({ cycles }) => cycles.filter((cycle, index) => {
    const before = cycles[index - 1]
    return told(cycle) && (before === undefined || !told(before))
  })).length

/** firstTold gives the cycle (from 1) of the first segment of a condition in which it was told; null for never. */
const firstTold = (segments: readonly ScoredSegment[], cooler: number, told: Told): number | null => {
  const index = segments.find((one) => one.cooler === cooler)?.cycles.findIndex(told) ?? -1
  return index < 0 ? null : index + 1
}

/** scoreCooler counts how well alarms told the cooler's condition, each segment judged as a run of its own. */
export const scoreCooler = (segments: readonly ScoredSegment[]): Metrics => {
  const anyAlarm: Told = ({ alarm }) => alarm
  const high: Told = (cycle) => cycle.high
  const good = segments.filter((one) => one.cooler === COOLER.good).flatMap(({ cycles }) => cycles)
  return {
    recallReduced: recall(segments, COOLER.reduced, anyAlarm, true),
    recallNearFailure: recall(segments, COOLER.nearFailure, high, true),
    recallReducedAllCycles: recall(segments, COOLER.reduced, anyAlarm, false),
    recallNearFailureAllCycles: recall(segments, COOLER.nearFailure, high, false),
    warnedNearFailure: recall(segments, COOLER.nearFailure, anyAlarm, true),
    minutesToReduced: firstTold(segments, COOLER.reduced, anyAlarm),
    minutesToNearFailure: firstTold(segments, COOLER.nearFailure, high),
    falseFirings: openings(segments, COOLER.good, anyAlarm),
    falseCycles: good.filter(anyAlarm).length,
    goodCycles: good.length,
    overcalledFirings: openings(segments, COOLER.reduced, high),
  }
}

/** LabelledValue is one reading with what is true of it. */
export interface LabelledValue {
  readonly value: number
  readonly truth: boolean
}

/**
 * bestSingleLimit searches the limit whose plain comparison (value above limit) is wrong in the fewest readings: all limits
 * halfway between neighbouring values, the lowest of equals first; Infinity without two different values.
 */
export const bestSingleLimit = (readings: readonly LabelledValue[]): number => {
  const sorted = [...readings].sort((a, b) => a.value - b.value)
  // With the limit below everything, every reading that is not true is wrong; each one passed changes that by one.
  let errors = readings.filter(({ truth }) => !truth).length
  const tried = sorted.flatMap(({ value, truth }, index) => {
    errors += truth ? 1 : -1
    const next = sorted[index + 1]
    return next === undefined || next.value === value ? [] : [{ limit: (value + next.value) / 2, errors }]
  })
  return rounded(bestOf(tried, (one) => [-one.errors])?.limit ?? Infinity)
}
