import { measurementProblem, type MeasurementFacts, type MeasurementProblem } from '#server/core/assets/measurement-facts.ts'
import type { Outputs } from '../../../_lib/trpc/types.ts'

/** AssetDetail is one machine with its nameplate and points. */
export type AssetDetail = Outputs['assets']['get']

/** PointView is one of its points. */
export type PointView = AssetDetail['points'][number]

/** Facts is what vibration standards ask of a machine; null for not known. */
export type Facts = AssetDetail['facts']

const VIBRATION = ['vibration-velocity', 'acceleration', 'displacement']

/** hasBand tells whether a frequency band means anything for a point: it measures vibration, or somebody gave it one. */
export const hasBand = ({ quantity, bandLowHz, sampleRateHz }: Pick<PointView, 'quantity' | 'bandLowHz' | 'sampleRateHz'>): boolean =>
  VIBRATION.includes(quantity) || bandLowHz !== null || sampleRateHz !== null

/** measurementOf is what is known of a point's measurement. */
export const measurementOf = ({ unit, bandLowHz, bandHighHz, sampleRateHz }: PointView): MeasurementFacts => ({ unit, bandLowHz, bandHighHz, sampleRateHz })

/** OTHER_FACTS are the names under which the standard's facts stand on a nameplate: they are shown on their own. */
const OTHER_FACTS = new Set(['power', 'shaftHeight', 'speed', 'support', 'machineType'])

/** restOf is what else stands on the nameplate, as it was written. */
export const restOf = (nameplate: Readonly<Record<string, string>>): readonly (readonly [string, string])[] => Object.entries(nameplate).filter(([name]) => !OTHER_FACTS.has(name))

/** equipmentName names a piece of equipment: who made it, which model it is, and its serial number. */
export const equipmentName = ({ manufacturer, model, serial }: Pick<NonNullable<AssetDetail['equipment']>, 'manufacturer' | 'model' | 'serial'>): string =>
  [manufacturer, model, serial].filter((part) => part !== null).join(' ')

/** typed reads a number field: NaN is an empty one. */
export const typed = (value: number): number | null => (Number.isNaN(value) ? null : value)

/** FieldAt names the field at which a problem of a measurement is told. */
export type FieldAt = 'unit' | 'bandHighHz' | 'sampleRateHz'

const AT: Readonly<Record<MeasurementProblem, FieldAt>> = { 'half-band': 'bandHighHz', 'band-order': 'bandHighHz', 'sample-rate': 'sampleRateHz', 'unit-unknown': 'unit', 'unit-other': 'unit' }

/** problemIn finds what cannot be true of a measurement and at which field that is told; null when it can be as it is said. */
export function problemIn(facts: MeasurementFacts, quantity: string): { readonly at: FieldAt; readonly key: MeasurementProblem } | null {
  const key = measurementProblem(facts, quantity)
  return key === null ? null : { at: AT[key], key }
}
