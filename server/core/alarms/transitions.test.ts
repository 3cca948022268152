import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ALARM_STATES, alarmStateOf, type AlarmState, type Hold } from './state.ts'
import { ALARM_EVENTS, nextAlarmState, type AlarmEvent } from './transitions.ts'

const STANDS = { active: true, hold: null }
const RETURNED = { active: false, hold: null }

// Every pair of state and event, for an alarm whose condition is true and that nothing else holds; '-' changes nothing.
const TABLE: Readonly<Record<AlarmState, Readonly<Record<AlarmEvent, AlarmState | '-'>>>> = {
  normal: {
    activated: 'unacknowledged-active', returned: '-', escalated: '-', acknowledged: '-', shelved: 'shelved', unshelved: '-', suppressed: 'suppressed', unsuppressed: '-',
    'taken-out-of-service': 'out-of-service', 'returned-to-service': '-',
  },
  'unacknowledged-active': {
    activated: '-', returned: 'unacknowledged-returned', escalated: 'unacknowledged-active', acknowledged: 'acknowledged-active', shelved: 'shelved', unshelved: '-', suppressed: 'suppressed',
    unsuppressed: '-', 'taken-out-of-service': 'out-of-service', 'returned-to-service': '-',
  },
  'acknowledged-active': {
    activated: '-', returned: 'normal', escalated: 'unacknowledged-active', acknowledged: '-', shelved: 'shelved', unshelved: '-', suppressed: 'suppressed', unsuppressed: '-',
    'taken-out-of-service': 'out-of-service', 'returned-to-service': '-',
  },
  'unacknowledged-returned': {
    activated: 'unacknowledged-active', returned: '-', escalated: '-', acknowledged: 'normal', shelved: 'shelved', unshelved: '-', suppressed: 'suppressed', unsuppressed: '-',
    'taken-out-of-service': 'out-of-service', 'returned-to-service': '-',
  },
  shelved: {
    activated: 'shelved', returned: 'shelved', escalated: 'unacknowledged-active', acknowledged: '-', shelved: '-', unshelved: 'unacknowledged-active', suppressed: 'suppressed', unsuppressed: '-',
    'taken-out-of-service': 'out-of-service', 'returned-to-service': '-',
  },
  suppressed: {
    activated: 'suppressed', returned: 'unacknowledged-active', escalated: 'suppressed', acknowledged: '-', shelved: 'suppressed', unshelved: 'suppressed', suppressed: '-',
    unsuppressed: 'unacknowledged-active', 'taken-out-of-service': 'out-of-service', 'returned-to-service': '-',
  },
  'out-of-service': {
    activated: 'out-of-service', returned: 'out-of-service', escalated: 'out-of-service', acknowledged: '-', shelved: 'out-of-service', unshelved: 'out-of-service', suppressed: 'out-of-service',
    unsuppressed: 'out-of-service', 'taken-out-of-service': '-', 'returned-to-service': 'unacknowledged-active',
  },
}

describe.each(ALARM_STATES)('from %s', (from) => {
  test.each(ALARM_EVENTS.map((event) => [event, TABLE[from][event]] as const))('%s -> %s', (event, to) => {
    expect(nextAlarmState(from, event, STANDS)).toBe(to === '-' ? null : to)
  })
})

describe('a hold that ends', () => {
  test.each<[string, AlarmState, AlarmEvent, { active: boolean; hold: Hold | null }, AlarmState]>([
    ['a shelf over an alarm that stands: it calls anew', 'shelved', 'unshelved', STANDS, 'unacknowledged-active'],
    ['a shelf over one that went away: nothing is left to say', 'shelved', 'unshelved', RETURNED, 'normal'],
    ['suppression over an alarm that stands', 'suppressed', 'unsuppressed', STANDS, 'unacknowledged-active'],
    ['suppression whose episode went away', 'suppressed', 'returned', RETURNED, 'normal'],
    ['suppression over a shelf', 'suppressed', 'unsuppressed', { active: true, hold: 'shelved' }, 'shelved'],
    ['suppression whose episode went away under a shelf', 'suppressed', 'returned', { active: false, hold: 'shelved' }, 'shelved'],
    ['out of service over a shelf', 'out-of-service', 'returned-to-service', { active: true, hold: 'shelved' }, 'shelved'],
    ['out of service over suppression by design', 'out-of-service', 'returned-to-service', { active: true, hold: 'by-design' }, 'suppressed'],
    ['out of service with nothing standing', 'out-of-service', 'returned-to-service', RETURNED, 'normal'],
    ['an escalation past a shelf', 'shelved', 'escalated', STANDS, 'unacknowledged-active'],
  ])('%s', (_, from, event, standing, to) => expect(nextAlarmState(from, event, standing)).toBe(to))
})

describe('the table and the facts', () => {
  /** Model is an alarm as facts: what the state must always agree with. */
  interface Model { active: boolean; acknowledged: boolean; shelf: boolean; outage: boolean; design: boolean }
  const holdOf = (m: Model): Hold | null => (m.outage ? 'out-of-service' : m.design ? 'by-design' : m.shelf ? 'shelved' : null)
  const STEPS: Readonly<Record<AlarmEvent, (m: Model) => Partial<Model> | null>> = {
    activated: (m) => (m.active ? null : { active: true, acknowledged: false }),
    returned: (m) => (m.active ? { active: false, design: false, acknowledged: m.acknowledged || holdOf(m) !== null } : null),
    escalated: (m) => (m.active ? { acknowledged: false, ...(holdOf(m) === 'shelved' ? { shelf: false } : {}) } : null),
    acknowledged: (m) => (holdOf(m) === null && !m.acknowledged ? { acknowledged: true } : null),
    shelved: (m) => (m.shelf ? null : { shelf: true }),
    unshelved: (m) => (m.shelf ? { shelf: false } : null),
    suppressed: (m) => (m.design || !m.active ? null : { design: true }),
    unsuppressed: (m) => (m.design ? { design: false } : null),
    'taken-out-of-service': (m) => (m.outage ? null : { outage: true }),
    'returned-to-service': (m) => (m.outage ? { outage: false } : null),
  }

  it('agree after any course of events', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ALARM_EVENTS), { maxLength: 40 }), (events) => {
        let model: Model = { active: false, acknowledged: true, shelf: false, outage: false, design: false }
        let state: AlarmState = 'normal'
        for (const event of events) {
          const held = holdOf(model) !== null
          const change = STEPS[event](model)
          if (change === null) continue
          model = { ...model, ...change }
          // Whatever was held and is so no more calls anew if it stands, and says nothing if it does not.
          if (held && holdOf(model) === null) model.acknowledged = !model.active
          if (holdOf(model) !== null) model.acknowledged = false
          state = nextAlarmState(state, event, { active: model.active, hold: holdOf(model) }) ?? state
          expect(state, event).toBe(alarmStateOf({ active: model.active, acknowledged: model.acknowledged, hold: holdOf(model) }))
        }
      }),
      { numRuns: 500 },
    )
  })
})
