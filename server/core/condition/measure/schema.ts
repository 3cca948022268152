import * as z from 'zod'
import { DAY_MS } from '../../kernel/time.ts'

const LONGEST_MS = 366 * DAY_MS
const quantity = z.number('Give a number.')
const windowMs = z.int('Give whole milliseconds.').min(1, 'Give a time above zero.').max(LONGEST_MS, 'A duration is at most 366 days.')
const positive = quantity.positive('Give a number above zero.')

/** RATE_PERS are the times a rate of change may be given per, in milliseconds. */
export const RATE_PERS = { second: 1000, minute: 60_000, hour: 3_600_000, day: DAY_MS } as const
export type RatePer = keyof typeof RATE_PERS

const value = z.strictObject({ kind: z.literal('value') })

const rate = z.strictObject({ kind: z.literal('rate'), windowMs, per: z.enum(['second', 'minute', 'hour', 'day']) })

const deviation = z.strictObject({
  kind: z.literal('deviation'),
  learnMs: windowMs.default(DAY_MS),
  halfLifeMs: windowMs.nullable().default(null),
  trend: z.boolean().default(false),
  minSpread: quantity.min(0, 'A spread cannot be negative.').default(0),
  freezeAt: positive.default(4),
  smoothMs: z.int().min(0).max(LONGEST_MS).default(0),
})

const isoZone = z.strictObject({
  kind: z.literal('iso-zone'),
  baseline: positive.nullable().default(null),
  dangerPriority: z.int().min(1).max(4).nullable().default(null),
})

const expression = z.strictObject({ kind: z.literal('expression'), text: z.string().trim().min(1, 'Write an expression.').max(500, 'An expression has at most 500 characters.') })

const stuck = z.strictObject({ kind: z.literal('stuck'), tolerance: quantity.min(0, 'A tolerance cannot be negative.').default(0) })
const noise = z.strictObject({ kind: z.literal('noise'), windowMs })
const clipping = z.strictObject({ kind: z.literal('clipping'), windowMs, low: quantity.nullable().default(null), high: quantity.nullable().default(null) })
const silence = z.strictObject({ kind: z.literal('silence') })
const wrongUnit = z.strictObject({ kind: z.literal('wrong-unit'), learnMs: windowMs.default(DAY_MS), minSpread: quantity.min(0, 'A spread cannot be negative.').default(0) })

/**
 * measureSchema parses what a rule judges of a point:
 * - value: the reading itself
 * - rate: its slope over a window (least squares), in units per `per`
 * - deviation: its distance from a learned baseline, in spreads (robust standard deviations), each band of the gate with its own.
 *   learnMs is learnt before anything is judged; halfLifeMs is how fast the baseline follows afterwards (null: never); trend lets it
 *   follow a steady drift; minSpread is the smallest spread in the point's unit; beyond freezeAt spreads nothing is learnt;
 *   smoothMs averages the deviation over that time
 * - iso-zone: the value against the zone boundaries of ISO 20816-3; baseline in mm/s
 * - expression: numbers or comparisons over the machine's points, judged whenever the rule's own point is read
 * - stuck: for how many seconds it has not moved by more than the tolerance
 * - noise: the noise of successive readings over a window, in the point's unit
 * - clipping: the share of readings in a window at the end of the range, in %; low and high default to the point's range
 * - silence: nothing; the rule only tells when the point is silent while its source is not
 * - wrong-unit: 1 while readings lie far from what was learnt and would fit in another unit, else 0
 */
export const measureSchema = z.discriminatedUnion('kind', [value, rate, deviation, isoZone, expression, stuck, noise, clipping, silence, wrongUnit])

/** Measure is a parsed measure. */
export type Measure = z.output<typeof measureSchema>
export type MeasureKind = Measure['kind']

const SENSOR: readonly MeasureKind[] = ['stuck', 'noise', 'clipping', 'silence', 'wrong-unit']

/** isSensorMeasure tells whether a measure speaks of the sensor, not of the machine: its ticket is of its own kind. */
export const isSensorMeasure = (measure: Pick<Measure, 'kind'>): boolean => SENSOR.includes(measure.kind)

/** VALUE is the plain measure: the reading itself. */
export const VALUE: Measure = Object.freeze({ kind: 'value' })
