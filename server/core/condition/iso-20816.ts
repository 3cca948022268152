/** IsoMachine is what the standard asks of a machine; null where it is not known. Power in kW, shaft height in mm, speed in r/min. */
export interface IsoMachine {
  readonly powerKw: number | null
  readonly shaftHeightMm: number | null
  readonly support: 'rigid' | 'flexible' | null
  readonly speedRpm: number | null
  readonly machineType: 'general' | 'pump' | 'fan' | 'reciprocating' | 'gearbox' | null
}

/** IsoMeasurement is what the standard asks of a measurement: its unit and the band that it truly covers, in Hz. */
export interface IsoMeasurement { readonly unit: string; readonly bandLowHz: number | null; readonly bandHighHz: number | null; readonly sampleRateHz: number | null }

/** IsoZones are the zone boundaries in mm/s RMS. */
export interface IsoZones { readonly ab: number; readonly bc: number; readonly cd: number }

/** IsoProblem says why no zone can be given; each is a message key of the screens. */
export type IsoProblem =
  | 'iso-unit' | 'iso-band' | 'iso-machine-unknown' | 'iso-machine-type' | 'iso-power' | 'iso-speed' | 'iso-support-unknown'

/** IsoResult is the boundaries that apply, or why none do. */
export type IsoResult = { readonly zones: IsoZones; readonly problem: null } | { readonly zones: null; readonly problem: IsoProblem }

/** ISO_ZONES are the zone boundaries by group (1 large, 2 medium machines) and support. ISO 20816-3:2022, velocities: confirmed by a public source that checked the text. */
export const ISO_ZONES = {
  1: { rigid: { ab: 2.3, bc: 4.5, cd: 7.1 }, flexible: { ab: 3.5, bc: 7.1, cd: 11.0 } },
  2: { rigid: { ab: 1.4, bc: 2.8, cd: 4.5 }, flexible: { ab: 2.3, bc: 4.5, cd: 7.1 } },
} as const satisfies Record<1 | 2, Record<'rigid' | 'flexible', IsoZones>>

const LEAST_KW = 15
const GROUP_1_KW = 300
const GROUP_1_SHAFT_MM = 315
const FAN_KW = 300
const SLOWEST_RPM = 120
const FASTEST_RPM = 30_000
const SLOW_RPM = 600
const TOP_HZ = 1000
const LOW_HZ = 10
const LOW_HZ_SLOW = 2
const LEAST_SAMPLE_HZ = 2560

const fails = (problem: IsoProblem): IsoResult => ({ zones: null, problem })

const coversBand = (measurement: IsoMeasurement, speedRpm: number): boolean => {
  const { bandLowHz, bandHighHz, sampleRateHz } = measurement
  if (bandLowHz === null || bandHighHz === null || sampleRateHz === null) return false
  return bandLowHz <= (speedRpm <= SLOW_RPM ? LOW_HZ_SLOW : LOW_HZ) && bandHighHz >= TOP_HZ && sampleRateHz >= LEAST_SAMPLE_HZ
}

/**
 * isoZonesOf gives the zone boundaries of a machine's broad-band velocity on its bearing housings (ISO 20816-3), or why the standard
 * gives none: another kind of machine, too small, too slow, a support or a band that is not known. What is not known gives no zone.
 */
export const isoZonesOf = (machine: IsoMachine, measurement: IsoMeasurement): IsoResult => {
  const { powerKw, shaftHeightMm, support, speedRpm, machineType } = machine
  if (measurement.unit !== 'mm/s') return fails('iso-unit')
  if (powerKw === null || speedRpm === null || machineType === null) return fails('iso-machine-unknown')
  if (machineType === 'pump' || machineType === 'reciprocating' || machineType === 'gearbox') return fails('iso-machine-type')
  if (machineType === 'fan' && powerKw < FAN_KW) return fails('iso-machine-type')
  if (powerKw <= LEAST_KW) return fails('iso-power')
  if (speedRpm < SLOWEST_RPM || speedRpm > FASTEST_RPM) return fails('iso-speed')
  if (!coversBand(measurement, speedRpm)) return fails('iso-band')
  if (support === null) return fails('iso-support-unknown')
  const group = powerKw > GROUP_1_KW || (shaftHeightMm !== null && shaftHeightMm >= GROUP_1_SHAFT_MM) ? 1 : 2
  return { zones: ISO_ZONES[group][support], problem: null }
}

const WARNING_SHARE = 0.25
const MOST = 1.25

/** isoWarning is where to warn, in mm/s: the baseline and a quarter of B/C, at most 1.25 times B/C; without a baseline B/C itself (ISO 20816-3, setting of limits). */
export const isoWarning = ({ bc }: IsoZones, baseline: number | null): number => (baseline === null ? bc : Math.min(baseline + WARNING_SHARE * bc, MOST * bc))

/** isoDanger is where to call it danger, in mm/s: C/D. The standard allows up to 1.25 times that. */
export const isoDanger = ({ cd }: IsoZones): number => cd
