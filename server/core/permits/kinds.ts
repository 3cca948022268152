import { HOUR_MS, MINUTE_MS } from '../kernel/time.ts'

/** PERMIT_KINDS are the kinds of work that need a permit. */
export const PERMIT_KINDS = ['hot-work', 'confined-space', 'height', 'electrical', 'line-breaking'] as const
export type PermitKind = (typeof PERMIT_KINDS)[number]

/** GasLimit is what a gas test must show: the gas, its unit (UCUM) and the limits between which people may work. */
export interface GasLimit {
  readonly gas: string
  readonly unit: string
  readonly low: number | null
  readonly high: number | null
}

// Limits as usual in plants (OSHA 1910.146, DGUV 113-004): oxygen 19.5 to 23.5 %, below 10 % of the lower explosive limit, CO and H2S at their exposure limits.
const OXYGEN: GasLimit = { gas: 'O2', unit: '%', low: 19.5, high: 23.5 }
const EXPLOSIVE: GasLimit = { gas: 'LEL', unit: '%', low: null, high: 10 }
const CARBON_MONOXIDE: GasLimit = { gas: 'CO', unit: '[ppm]', low: null, high: 30 }
const HYDROGEN_SULPHIDE: GasLimit = { gas: 'H2S', unit: '[ppm]', low: null, high: 5 }

/** PermitPolicy is what a kind of permit takes. */
export interface PermitPolicy {
  /** The precautions that are gone through before it is issued, by key. */
  readonly precautions: readonly string[]
  /** The gases that are tested before it is issued or resumed; none where no test is needed. */
  readonly gases: readonly GasLimit[]
  /** How long it may be valid at a time; then it is extended. */
  readonly longestMs: number
}

/** PERMIT_POLICIES is what each kind of permit takes. */
export const PERMIT_POLICIES: Readonly<Record<PermitKind, PermitPolicy>> = {
  'hot-work': { precautions: ['combustibles-away', 'openings-covered', 'extinguisher', 'fire-watch', 'detectors-off'], gases: [EXPLOSIVE], longestMs: 12 * HOUR_MS },
  'confined-space': { precautions: ['isolated', 'ventilated', 'attendant', 'rescue-ready', 'communication', 'light-low-voltage'], gases: [OXYGEN, EXPLOSIVE, CARBON_MONOXIDE, HYDROGEN_SULPHIDE], longestMs: 8 * HOUR_MS },
  height: { precautions: ['access-checked', 'harness', 'anchor', 'area-below-closed', 'weather', 'rescue-ready'], gases: [], longestMs: 12 * HOUR_MS },
  electrical: { precautions: ['switched-off', 'secured', 'dead-verified', 'earthed', 'neighbours-covered', 'qualified'], gases: [], longestMs: 12 * HOUR_MS },
  'line-breaking': { precautions: ['isolated', 'drained', 'depressurised', 'residue-known', 'protective-clothing', 'spill-kit'], gases: [], longestMs: 12 * HOUR_MS },
}

/** GAS_TEST_VALID_MS is how old a gas test may be when a permit is issued or resumed: 30 minutes. */
export const GAS_TEST_VALID_MS = 30 * MINUTE_MS

/** CONFLICTS are the pairs of kinds that must not be at once at one place or beside each other. */
const CONFLICTS: readonly (readonly [PermitKind, PermitKind])[] = [
  ['hot-work', 'line-breaking'],
  ['hot-work', 'confined-space'],
  ['line-breaking', 'confined-space'],
  ['line-breaking', 'electrical'],
]

/** areAtOdds tells whether two kinds of work must not be done at once at one place or beside each other. */
export const areAtOdds = (one: PermitKind, other: PermitKind): boolean =>
  CONFLICTS.some(([a, b]) => (a === one && b === other) || (a === other && b === one))
