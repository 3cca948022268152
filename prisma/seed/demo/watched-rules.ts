import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#server/core/kernel/time.ts'
import type { RuleSeed } from './rules.ts'

/** DRIVE_FALLS tells a lost load while the temperature still falls, hours before it is low; it also sees planned shutdowns, so it is only watched. */
const DRIVE_FALLS: RuleSeed = {
  name: 'Drive temperature falls fast',
  classCode: 'EXTRUDER_DRIVE',
  note: 'A fall of more than 8 degrees an hour for an hour comes before the temperature is low. Watched until it is known how many planned stops it sees.',
  definition: { kind: 'threshold', points: ['temp'], measure: { kind: 'rate', windowMs: 3 * HOUR_MS, per: 'hour' }, direction: 'below', limit: -8, forMs: HOUR_MS, priority: 3, failureMode: 'PDE' },
}

/** FAN_UNUSUAL compares the fan with itself: every band of speed has a baseline of its own, learnt in the hour before. */
const FAN_UNUSUAL: RuleSeed = {
  name: 'Fan vibration not as usual',
  classCode: 'FAN',
  note: 'Eight usual spreads away from what this fan does at this speed. Watched beside the limits by speed, to see whether it needs none.',
  definition: {
    kind: 'threshold', points: ['acc'], direction: 'above', forMs: 30 * SECOND_MS, keepFiringMs: MINUTE_MS, priority: 3, failureMode: 'VIB',
    measure: { kind: 'deviation', learnMs: 5 * MINUTE_MS, halfLifeMs: null, minSpread: 0.01, smoothMs: 10 * SECOND_MS },
    gate: { point: 'speed', bands: [{ from: 45, to: 55, limit: 8 }, { from: 60, to: 75, limit: 8 }, { from: 80, to: 100, limit: 8 }] },
  },
}

/** OIL_STUCK finds a sensor that stands still: oil in a running unit always moves a little. */
const OIL_STUCK: RuleSeed = {
  name: 'Oil temperature sensor stands still',
  classCode: 'HYDRAULIC_UNIT',
  note: 'In the recording no temperature stands still for longer than 3 minutes; half an hour means that the sensor or its line is dead.',
  definition: { kind: 'threshold', points: ['TS1', 'TS2', 'TS3', 'TS4'], measure: { kind: 'stuck', tolerance: 0 }, direction: 'above', limit: 1800, priority: 3 },
}

/** FAN_SILENT tells that the fan's vibration stays away while its sensor box still sends. */
const FAN_SILENT: RuleSeed = {
  name: 'Fan vibration sensor is silent',
  classCode: 'FAN',
  note: 'The box sends every second; a minute without this one value means a broken cable.',
  definition: { kind: 'threshold', points: ['acc'], measure: { kind: 'silence' }, direction: 'above', noData: { policy: 'alert', afterMs: MINUTE_MS }, priority: 4 },
}

/** WATCHED_RULES are the demo's rules that are only watched in shadow: they count what they would have raised, and raise nothing. */
export const WATCHED_RULES: readonly RuleSeed[] = [DRIVE_FALLS, FAN_UNUSUAL, OIL_STUCK, FAN_SILENT]

/** WATCHED_UNTIL is when such a rule may be put in force: two weeks without a false call. */
export const WATCHED_UNTIL = { kind: 'quiet', days: 14, maxPerMonth: null } as const
