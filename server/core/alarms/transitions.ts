import { alarmStateOf, type AlarmState, type Hold } from './state.ts'

/** ALARM_EVENTS are what may happen to an alarm: by the machine, by a person, or by the system. */
export const ALARM_EVENTS = [
  'activated', 'returned', 'escalated', 'acknowledged', 'shelved', 'unshelved', 'suppressed', 'unsuppressed', 'taken-out-of-service', 'returned-to-service',
] as const
export type AlarmEvent = (typeof ALARM_EVENTS)[number]

/** Standing is how an alarm stands after an event: whether its condition is true, and the strongest hold that is left on it. */
export interface Standing {
  readonly active: boolean
  readonly hold: Hold | null
}

/** AS_IT_STANDS leads to where the alarm's condition and the holds that are left put it; one that stands calls anew, acknowledged before or not. */
const AS_IT_STANDS = 'as-it-stands'

type Row = Readonly<Partial<Record<AlarmEvent, AlarmState | typeof AS_IT_STANDS>>>

const INTO_HOLD = { shelved: 'shelved', suppressed: 'suppressed', 'taken-out-of-service': 'out-of-service' } as const

/**
 * ALARM_TRANSITIONS is the table from x event -> to (ISA-18.2 figure "alarm state transition diagram"; the edition's numbering is not at hand: verify).
 * A pair that is not in it changes nothing. Out of service is stronger than suppressed, and suppressed than shelved: what happens below
 * the stronger one is remembered by its own row (a shelf, an outage), not by the state.
 */
const ALARM_TRANSITIONS: Readonly<Record<AlarmState, Row>> = {
  normal: { ...INTO_HOLD, activated: 'unacknowledged-active' },
  'unacknowledged-active': { ...INTO_HOLD, returned: 'unacknowledged-returned', acknowledged: 'acknowledged-active', escalated: 'unacknowledged-active' },
  // Worse than when it was acknowledged: nobody has seen that yet.
  'acknowledged-active': { ...INTO_HOLD, returned: 'normal', escalated: 'unacknowledged-active' },
  'unacknowledged-returned': { ...INTO_HOLD, activated: 'unacknowledged-active', acknowledged: 'normal' },
  shelved: { activated: 'shelved', returned: 'shelved', escalated: AS_IT_STANDS, unshelved: AS_IT_STANDS, suppressed: 'suppressed', 'taken-out-of-service': 'out-of-service' },
  suppressed: {
    activated: 'suppressed', returned: AS_IT_STANDS, escalated: 'suppressed', shelved: 'suppressed', unshelved: 'suppressed', unsuppressed: AS_IT_STANDS,
    'taken-out-of-service': 'out-of-service',
  },
  'out-of-service': {
    activated: 'out-of-service', returned: 'out-of-service', escalated: 'out-of-service', shelved: 'out-of-service', unshelved: 'out-of-service',
    suppressed: 'out-of-service', unsuppressed: 'out-of-service', 'returned-to-service': AS_IT_STANDS,
  },
}

/** nextAlarmState is the state that an event leads to; null when the pair is not in the table, so that the event changes nothing. */
export function nextAlarmState(from: AlarmState, event: AlarmEvent, standing: Standing): AlarmState | null {
  const to = ALARM_TRANSITIONS[from][event] ?? null
  return to === AS_IT_STANDS ? alarmStateOf({ ...standing, acknowledged: !standing.active }) : to
}
