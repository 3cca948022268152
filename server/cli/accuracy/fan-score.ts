import { bestOf, type Metrics } from './metrics.ts'

/** HEALTHY is the balanced configuration; FAULTS are strong (1) and some (2) unbalance. */
export const HEALTHY = 3
const FAULTS: readonly number[] = [1, 2]

/** WATCHED_FROM is the speed in per cent from which the fan's unbalance can be told at all: below it both fans shake alike. */
const WATCHED_FROM = 45

/** FanCall says whether the fan was called faulty in its minute at a configuration and a speed (per cent). */
export interface FanCall {
  readonly configuration: number
  readonly speed: number
  readonly called: boolean
}

/** QuietLimit is the lowest single limit (g) at which a rule says nothing of such a minute; at every lower one it calls. */
export interface QuietLimit {
  readonly configuration: number
  readonly speed: number
  readonly quietFrom: number
}

const isFault = ({ configuration }: FanCall): boolean => FAULTS.includes(configuration)
const isHealthy = ({ configuration }: FanCall): boolean => configuration === HEALTHY
const called = (calls: readonly FanCall[]): number => calls.filter((call) => call.called).length

const counts = (calls: readonly FanCall[]): { found: number; total: number; falseCalls: number; healthyTotal: number } => {
  const [faulty, healthy] = [calls.filter(isFault), calls.filter(isHealthy)]
  return { found: called(faulty), total: faulty.length, falseCalls: called(healthy), healthyTotal: healthy.length }
}

/** scoreFan counts the faulty minutes found and the healthy ones called: at the watched speeds, by configuration, and at all speeds. */
export const scoreFan = (calls: readonly FanCall[]): Metrics => {
  const watched = calls.filter(({ speed }) => speed >= WATCHED_FROM)
  const byConfiguration = FAULTS.map((fault) => {
    const own = watched.filter(({ configuration }) => configuration === fault)
    return [`configuration${fault}`, { found: called(own), total: own.length }] as const
  })
  return { ...counts(watched), ...Object.fromEntries(byConfiguration), allSpeeds: counts(calls) }
}

/** callsAt gives what a single limit (g) calls. */
export const callsAt = (limit: number, minutes: readonly QuietLimit[]): FanCall[] =>
  minutes.map(({ configuration, speed, quietFrom }) => ({ configuration, speed, called: limit < quietFrom }))

/**
 * bestLimit searches all limits that make a difference for the one with the fewest errors: faults missed at the watched speeds
 * and healthy minutes called at any speed; of equal ones that with fewer false calls, then the highest. Infinity without minutes.
 */
export const bestLimit = (minutes: readonly QuietLimit[]): number => {
  const limits = [...new Set(minutes.map(({ quietFrom }) => quietFrom))].sort((a, b) => b - a)
  const ranks = (limit: number): number[] => {
    const calls = callsAt(limit, minutes)
    const { found, total } = counts(calls.filter(({ speed }) => speed >= WATCHED_FROM))
    const { falseCalls } = counts(calls)
    return [found - total - falseCalls, -falseCalls]
  }
  return bestOf(limits, ranks) ?? Infinity
}
