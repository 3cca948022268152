import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#server/core/kernel/time.ts'
import { HYDRAULIC_WARMUP_MS } from './classes.ts'

/** RuleSeed is a class rule of the demo, published as its first version, with why its limits are what they are. */
export interface RuleSeed {
  readonly name: string
  readonly classCode: string
  readonly note: string
  readonly definition: RuleDefinitionInput
}

/** FAN_VIBRATION tells a balanced fan from both unbalanced ones at every speed from 45 % up; its bands are of the combined vibration in g. */
export const FAN_VIBRATION: RuleSeed = {
  name: 'Fan vibration by speed',
  classCode: 'FAN',
  note: 'Limits between the healthy fan (at most 0.09 g at 45-55 %, 0.12 g at 60-75 %, 0.32 g at 80-100 %) and the unbalanced one.',
  definition: {
    kind: 'threshold', points: ['acc'], direction: 'above', forMs: 30 * SECOND_MS, keepFiringMs: MINUTE_MS, priority: 2, failureMode: 'VIB',
    gate: {
      point: 'speed',
      bands: [{ from: 45, to: 55, limit: 0.1 }, { from: 60, to: 75, limit: 0.18 }, { from: 80, to: 100, limit: 0.5 }],
    },
  },
}

/** DRIVE_COLD finds the drive's lost load: the recording's failures are falls of the temperature, which a "high" rule misses. */
const DRIVE_COLD: RuleSeed = {
  name: 'Drive temperature low',
  classCode: 'EXTRUDER_DRIVE',
  note: 'In steady running the drive stays above 65; five hours below 60 mean that it has lost its load.',
  definition: { kind: 'threshold', points: ['temp'], direction: 'below', limit: 60, clear: 65, forMs: 5 * HOUR_MS, priority: 3, failureMode: 'PDE' },
}

/** DRIVE_VERY_COLD raises the same failure mode to the highest priority. */
const DRIVE_VERY_COLD: RuleSeed = {
  name: 'Drive temperature very low',
  classCode: 'EXTRUDER_DRIVE',
  note: 'An hour below 45 means that the drive has stopped carrying load altogether.',
  definition: { kind: 'threshold', points: ['temp'], direction: 'below', limit: 45, clear: 65, forMs: HOUR_MS, priority: 1, failureMode: 'PDE' },
}

/** OIL_WARM finds a cooler that loses its power; a good one keeps TS1 at 36 Cel. */
const OIL_WARM: RuleSeed = {
  name: 'Oil temperature high',
  classCode: 'HYDRAULIC_UNIT',
  note: 'A good cooler keeps TS1 near 36 Cel, a reduced one at 44 to 48, a failing one above 50. The first 40 minutes after a start are warm-up.',
  definition: { kind: 'threshold', points: ['TS1'], direction: 'above', limit: 42, clear: 40, forMs: 10 * MINUTE_MS, warmupMs: HYDRAULIC_WARMUP_MS, priority: 3, failureMode: 'OHE' },
}

/** OIL_HOT tells that the cooler is near failure. */
export const OIL_HOT: RuleSeed = {
  name: 'Oil temperature very high',
  classCode: 'HYDRAULIC_UNIT',
  note: 'Above 52 Cel the cooler is near failure.',
  definition: { kind: 'threshold', points: ['TS1'], direction: 'above', limit: 52, clear: 50, forMs: 10 * MINUTE_MS, warmupMs: HYDRAULIC_WARMUP_MS, priority: 2, failureMode: 'OHE' },
}

/** RULES are the demo's rules. */
export const RULES: readonly RuleSeed[] = [FAN_VIBRATION, DRIVE_COLD, DRIVE_VERY_COLD, OIL_WARM, OIL_HOT]
