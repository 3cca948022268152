/** ASSET_STATUSES are the words for how a machine is doing, the worst first. */
export const ASSET_STATUSES = ['alarm', 'warning', 'offline', 'unknown', 'stopped', 'operating'] as const
export type AssetStatus = (typeof ASSET_STATUSES)[number]

/** LEAST_ALARM_PRIORITY is the least urgent priority that is an alarm; what is less urgent is a warning. */
const LEAST_ALARM_PRIORITY = 2

/** PointAge is how old a point's newest value is (null: it never had one) and how old it may be, both in ms. */
export interface PointAge {
  readonly ageMs: number | null
  readonly stalenessMs: number
}

/**
 * StatusFacts is what a machine's status is told from. worstPriority is the most urgent open incident's of the machine itself, 1 critical to 4 low, null when
 * none is open; sensorTrouble tells that a sensor of it is not to be trusted.
 */
export interface StatusFacts {
  readonly worstPriority: number | null
  readonly sensorTrouble: boolean
  readonly outOfUse: boolean
  readonly inMaintenance: boolean
  readonly points: readonly PointAge[]
}

/** isFresh tells whether a value still counts at its point. */
export const isFresh = ({ ageMs, stalenessMs }: PointAge): boolean => ageMs !== null && ageMs <= stalenessMs

/**
 * assetStatus tells a machine's status. An open incident is said first, even when its data has stopped since; then
 * a declared stop; a machine that nobody measures, or whose sensor is in trouble, is unknown (silence is not health); one whose values
 * have all gone stale is offline.
 */
export function assetStatus({ worstPriority, sensorTrouble, outOfUse, inMaintenance, points }: StatusFacts): AssetStatus {
  if (worstPriority !== null) return worstPriority <= LEAST_ALARM_PRIORITY ? 'alarm' : 'warning'
  if (outOfUse || inMaintenance) return 'stopped'
  if (sensorTrouble || points.every((point) => point.ageMs === null)) return 'unknown'
  return points.some(isFresh) ? 'operating' : 'offline'
}
