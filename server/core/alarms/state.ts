import * as z from 'zod'

/** ALARM_STATES are the states of an alarm (ISA-18.2, IEC 62682). */
export const ALARM_STATES = [
  'unacknowledged-active', 'acknowledged-active', 'unacknowledged-returned', 'normal', 'shelved', 'suppressed', 'out-of-service',
] as const

/** alarmState parses the state of an alarm. */
export const alarmState = z.enum(ALARM_STATES)
export type AlarmState = z.infer<typeof alarmState>

/** HOLDS are the reasons why an alarm raises no ticket and calls nobody, the strongest first. Maintenance is a hold of its own: see the engine. */
export const HOLDS = ['out-of-service', 'by-design', 'shelved'] as const

/** hold parses why an alarm is held. */
export const hold = z.enum(HOLDS)
export type Hold = z.infer<typeof hold>

/** AlarmFacts is what an alarm's state follows from. */
export interface AlarmFacts {
  readonly active: boolean
  readonly acknowledged: boolean
  /** The strongest hold on it, maintenance counted as suppression by design; null for none. */
  readonly hold: Hold | null
}

/**
 * alarmStateOf derives the state of an alarm from facts: what the table of transitions leads to, for an alarm whose past nobody wrote down.
 * Suppression is judged anew for each episode, so nothing is left of it when the episode is over; a shelf and an outage outlast it.
 */
export function alarmStateOf({ active, acknowledged, hold: held }: AlarmFacts): AlarmState {
  if (held === 'out-of-service' || held === 'shelved') return held
  if (held === 'by-design') return active ? 'suppressed' : 'normal'
  if (active) return acknowledged ? 'acknowledged-active' : 'unacknowledged-active'
  return acknowledged ? 'normal' : 'unacknowledged-returned'
}
