import * as z from 'zod'

/** alarmState parses the states of an alarm (ISA-18.2, IEC 62682). */
export const alarmState = z.enum([
  'unacknowledged-active', 'acknowledged-active', 'unacknowledged-returned', 'normal', 'shelved', 'suppressed', 'out-of-service',
])
export type AlarmState = z.infer<typeof alarmState>

/** AlarmFacts is what an alarm's state follows from. */
export interface AlarmFacts {
  readonly active: boolean
  readonly acknowledged: boolean
  readonly suppressed: boolean
}

/** alarmStateOf derives the state of an alarm; shelved and out-of-service are a person's and stay until a person or their expiry ends them. */
export function alarmStateOf(previous: AlarmState | null, { active, acknowledged, suppressed }: AlarmFacts): AlarmState {
  if (previous === 'shelved' || previous === 'out-of-service') return previous
  if (suppressed) return active ? 'suppressed' : 'normal'
  if (active) return acknowledged ? 'acknowledged-active' : 'unacknowledged-active'
  return acknowledged ? 'normal' : 'unacknowledged-returned'
}

/** isAcknowledged tells whether a stored alarm has been acknowledged. */
export const isAcknowledged = (alarm: { readonly acknowledgedAt: Date | null } | null): boolean => alarm?.acknowledgedAt != null
