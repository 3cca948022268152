import * as z from 'zod'
import { AppError } from '../kernel/errors.ts'
import { readUnit } from '../telemetry/units.ts'
import { isQuantityKind, QUANTITIES } from '../telemetry/quantities.ts'

const hertz = z.number('Give a number.').nonnegative('A frequency cannot be negative.').max(10_000_000, 'A frequency is at most 10 MHz.').nullable()

/** measurementFacts parses what a person says of a measurement: its unit (UCUM), the band that it truly covers and how fast it is sampled, in Hz; null for not known. */
export const measurementFacts = z.strictObject({ unit: z.string().trim().min(1, 'Give a unit.').max(30), bandLowHz: hertz, bandHighHz: hertz, sampleRateHz: hertz })

/** MeasurementFacts is what is known of a measurement. */
export type MeasurementFacts = z.output<typeof measurementFacts>

const FIELDS = ['unit', 'bandLowHz', 'bandHighHz', 'sampleRateHz'] as const

/** sameMeasurement tells whether two measurements are said to be the same. */
export const sameMeasurement = (a: MeasurementFacts, b: MeasurementFacts): boolean => FIELDS.every((field) => a[field] === b[field])

/** MeasurementProblem names what cannot be true of a measurement; each is a message key of the screens. */
export type MeasurementProblem = 'half-band' | 'band-order' | 'sample-rate' | 'unit-unknown' | 'unit-other'

// MEASUREMENT_WORDS say each problem in words for programs.
const MEASUREMENT_WORDS: Readonly<Record<MeasurementProblem, string>> = {
  'half-band': 'Give both ends of the band, or none.',
  'band-order': 'The band ends above its beginning.',
  'sample-rate': 'A signal is covered up to half of its sample rate at most: the band cannot end above that.',
  'unit-unknown': 'This is not a unit that this system knows. Give a UCUM code such as mm/s, Cel or bar.',
  'unit-other': 'This unit measures something else than the point does.',
}

const unitProblem = (unit: string, quantity: string): MeasurementProblem | null => {
  const dimension = isQuantityKind(quantity) ? QUANTITIES[quantity].dimension : null
  const read = readUnit(unit, dimension)
  if (!read.ok || read.value.code !== unit) return 'unit-unknown'
  return dimension === null || read.value.dimension === dimension ? null : 'unit-other'
}

/** measurementProblem finds what cannot be true of a measurement of a quantity kind: a band that ends too early or above half the sample rate, a unit of something else. */
export function measurementProblem({ unit, bandLowHz, bandHighHz, sampleRateHz }: MeasurementFacts, quantity: string): MeasurementProblem | null {
  if ((bandLowHz === null) !== (bandHighHz === null)) return 'half-band'
  if (bandLowHz !== null && bandHighHz !== null && bandHighHz <= bandLowHz) return 'band-order'
  if (bandHighHz !== null && sampleRateHz !== null && bandHighHz > sampleRateHz / 2) return 'sample-rate'
  return unitProblem(unit, quantity)
}

/** checkMeasurement throws 'invalid' with words where a measurement cannot be as it is said. */
export function checkMeasurement(facts: MeasurementFacts, quantity: string): void {
  const problem = measurementProblem(facts, quantity)
  if (problem !== null) throw new AppError('invalid', MEASUREMENT_WORDS[problem], { problem })
}
