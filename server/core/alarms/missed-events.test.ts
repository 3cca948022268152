import { describe, expect, it, test } from 'vitest'
import { missedEvents } from './missed-events.ts'
import { ALARM_STATES, alarmStateOf, HOLDS, type AlarmState, type Hold } from './state.ts'
import { nextAlarmState, type AlarmEvent } from './transitions.ts'

describe('what happened meanwhile', () => {
  test.each<[string, AlarmState | null, boolean, Hold | null, AlarmEvent[]]>([
    ['a new alarm', null, true, null, ['activated']],
    ['a new one that is over', null, false, null, ['activated', 'returned']],
    ['a new one under a shelf', null, true, 'shelved', ['activated', 'shelved']],
    ['a new one in maintenance that is over', null, false, 'by-design', ['activated', 'suppressed', 'returned']],
    ['nothing', 'acknowledged-active', true, null, []],
    ['it went away', 'acknowledged-active', false, null, ['returned']],
    ['it came back', 'unacknowledged-returned', true, null, ['activated']],
    ['it was shelved', 'unacknowledged-active', true, 'shelved', ['shelved']],
    ['its shelf ended', 'shelved', true, null, ['unshelved']],
    ['its shelf went on', 'shelved', false, 'shelved', []],
    ['maintenance is over', 'suppressed', true, null, ['unsuppressed']],
    ['it went away in maintenance', 'suppressed', false, null, ['returned']],
    ['out of service over a shelf', 'shelved', true, 'out-of-service', ['taken-out-of-service']],
    ['back in service, still shelved', 'out-of-service', true, 'shelved', ['returned-to-service']],
  ])('%s', (_, state, active, hold, events) => expect(missedEvents(state, { active, hold })).toEqual(events))
})

describe('from any state to any standing', () => {
  const standings = [true, false].flatMap((active) => [null, ...HOLDS].map((hold) => ({ active, hold: active || hold !== 'by-design' ? hold : null })))
  it('the events that were missed lead where the facts say', () => {
    for (const from of ALARM_STATES) {
      for (const standing of standings) {
        const to = missedEvents(from, standing).reduce<AlarmState>((state, event) => nextAlarmState(state, event, standing) ?? state, from)
        const facts = [true, false].map((acknowledged) => alarmStateOf({ ...standing, acknowledged }))
        expect(facts, `${from} ${JSON.stringify(standing)}`).toContain(to)
        expect(missedEvents(to, standing)).toEqual([])
      }
    }
  })
})
