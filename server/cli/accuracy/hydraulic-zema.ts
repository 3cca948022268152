import { OIL_HOT } from '#prisma/seed/demo/rules.ts'
import { ruleDefinition } from '#server/core/condition/definition.ts'
import { AppError } from '#server/core/kernel/errors.ts'
import { MINUTE_MS } from '#server/core/kernel/time.ts'
import { readMatrix } from './folder.ts'
import { bestSingleLimit, COOLER, scoreCooler, type ScoredSegment } from './hydraulic-score.ts'
import type { Accuracy, Metrics } from './metrics.ts'
import { incidentsOf, openAt, publishedRules, type Stretch } from './published.ts'

const VALUES = 'TS1.txt'
const LABELS = 'profile.txt'
const CYCLE_MS = MINUTE_MS

/** CoolerCycle is one load cycle of 60 s: its mean oil temperature TS1 (Cel) and the cooler's condition (3, 20 or 100 %). */
export interface CoolerCycle {
  readonly ts1: number
  readonly cooler: number
}

const RULES = publishedRules('HYDRAULIC_UNIT', 'TS1')
const HIGH = ruleDefinition.parse(OIL_HOT.definition)
/** SETTLING are the cycles before which no rule can fire: warm-up and hold. */
const SETTLING = Math.max(...RULES.map((rule) => (rule.warmupMs + rule.forMs) / CYCLE_MS))

const readCycles = (folder: string): CoolerCycle[] => {
  const temperatures = readMatrix(folder, VALUES)
  const labels = readMatrix(folder, LABELS)
  if (temperatures.length !== labels.length) throw new AppError('invalid', `${VALUES} has ${temperatures.length} cycles and ${LABELS} ${labels.length}: they must be the same.`)
  return temperatures.map((values, index) => {
    const cooler = labels[index]?.[0] ?? NaN
    if (!Object.values(COOLER).some((known) => known === cooler)) {
      throw new AppError('invalid', `${LABELS}, line ${index + 1}: the cooler's condition is ${cooler}, not one of ${Object.values(COOLER).join(', ')}.`)
    }
    return { ts1: values.reduce((sum, value) => sum + value, 0) / values.length, cooler }
  })
}

/** segmentsOf cuts the recording where the cooler's condition changes. */
const segmentsOf = (cycles: readonly CoolerCycle[]): CoolerCycle[][] => {
  const segments: CoolerCycle[][] = []
  for (const cycle of cycles) {
    const last = segments.at(-1)
    if (last?.[0]?.cooler === cycle.cooler) last.push(cycle)
    else segments.push([cycle])
  }
  return segments
}

const timesOf = (cycles: readonly CoolerCycle[]): number[] => cycles.map((_, index) => index * CYCLE_MS)

const firings = (rules: typeof RULES, cycles: readonly CoolerCycle[]): Stretch[] =>
  incidentsOf(rules, { classCode: 'HYDRAULIC_UNIT', point: 'TS1', values: { t: timesOf(cycles), value: cycles.map(({ ts1 }) => ts1) } })

const judged = (cycles: readonly CoolerCycle[]): ScoredSegment => {
  const [alarm, high] = [openAt(timesOf(cycles), firings(RULES, cycles)), openAt(timesOf(cycles), firings([HIGH], cycles))]
  return {
    cooler: cycles[0]?.cooler ?? NaN, settling: SETTLING,
    cycles: cycles.map((_, index) => ({ alarm: alarm[index] === true, high: high[index] === true })),
  }
}

/** inFileOrder runs the rules through the whole recording without a stop: what they open while the cooler is good, and what still stands. */
const inFileOrder = (cycles: readonly CoolerCycle[]): Metrics => {
  const stretches = firings(RULES, cycles)
  const open = openAt(timesOf(cycles), stretches)
  const isGood = (index: number): boolean => cycles[index]?.cooler === COOLER.good
  return {
    falseFirings: stretches.filter(({ from }) => isGood(Math.ceil(from / CYCLE_MS))).length,
    falseCycles: open.filter((alarm, index) => alarm && isGood(index)).length,
  }
}

/** scoreHydraulic judges the cycles by the published oil rules, and by the best plain limits without warm-up gate, hold and clear limit. */
export const scoreHydraulic = (cycles: readonly CoolerCycle[]): Accuracy => {
  const segments = segmentsOf(cycles)
  const limit = bestSingleLimit(cycles.map(({ ts1, cooler }) => ({ value: ts1, truth: cooler !== COOLER.good })))
  const highLimit = bestSingleLimit(cycles.map(({ ts1, cooler }) => ({ value: ts1, truth: cooler === COOLER.nearFailure })))
  const plain = segments.map((segment): ScoredSegment => ({
    cooler: segment[0]?.cooler ?? NaN, settling: SETTLING, cycles: segment.map(({ ts1 }) => ({ alarm: ts1 > limit, high: ts1 > highLimit })),
  }))
  return {
    metrics: { ...scoreCooler(segments.map(judged)), fileOrder: inFileOrder(cycles) },
    naive: { limit, highLimit, ...scoreCooler(plain) },
  }
}

/** hydraulicAccuracy measures the folder of `hydraulic-zema`. */
export const hydraulicAccuracy = (folder: string): Accuracy => scoreHydraulic(readCycles(folder))
