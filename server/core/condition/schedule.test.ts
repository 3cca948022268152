import { describe, expect, it } from 'vitest'
import { scheduleClock } from './schedule.ts'
import type { Schedule } from './schedule.ts'

const EVERY = [1, 2, 3, 4, 5, 6, 7]
const early: Schedule = [{ days: [1, 2, 3, 4, 5], from: '06:00', to: '14:00' }]
const night: Schedule = [{ days: [5], from: '22:00', to: '06:00' }]
const sunday: Schedule = [{ days: [7], from: '22:00', to: '06:00' }]
const all: Schedule = [{ days: EVERY, from: '00:00', to: '00:00' }]
const small: Schedule = [{ days: EVERY, from: '02:00', to: '03:00' }]

describe('scheduleClock', () => {
  it.each([
    ['a Monday morning, summer time', early, 'Europe/Berlin', '2026-07-06T04:00:00Z', true],
    ['a minute before', early, 'Europe/Berlin', '2026-07-06T03:59:59Z', false],
    ['the end is not in it', early, 'Europe/Berlin', '2026-07-06T12:00:00Z', false],
    ['a Monday morning, winter time', early, 'Europe/Berlin', '2026-01-05T05:00:00Z', true],
    ['the same instant elsewhere', early, 'America/New_York', '2026-01-05T05:00:00Z', false],
    ['a Saturday', early, 'Europe/Berlin', '2026-07-04T06:00:00Z', false],
    ['past midnight: Friday evening', night, 'Europe/Berlin', '2026-01-09T21:30:00Z', true],
    ['past midnight: Saturday early', night, 'Europe/Berlin', '2026-01-10T04:59:00Z', true],
    ['past midnight: Saturday at its end', night, 'Europe/Berlin', '2026-01-10T05:00:00Z', false],
    ['past midnight: Thursday evening', night, 'Europe/Berlin', '2026-01-08T21:30:00Z', false],
    ['over the week\'s end: Monday early', sunday, 'Europe/Berlin', '2026-01-12T04:00:00Z', true],
    ['over the week\'s end: Monday late', sunday, 'Europe/Berlin', '2026-01-12T06:00:00Z', false],
    ['a whole day', all, 'Asia/Kathmandu', '2026-05-05T12:34:56Z', true],
    ['a zone off by a quarter of an hour', early, 'Asia/Kathmandu', '2026-05-05T00:14:00Z', false],
    ['a zone off by a quarter of an hour, later', early, 'Asia/Kathmandu', '2026-05-05T00:15:00Z', true],
    // On 29 March 2026 clocks in Berlin go from 02:00 to 03:00: the hour from two to three is not there.
    ['the skipped hour: before', small, 'Europe/Berlin', '2026-03-29T00:59:59Z', false],
    ['the skipped hour: after', small, 'Europe/Berlin', '2026-03-29T01:00:00Z', false],
    // On 25 October 2026 they go from 03:00 back to 02:00: the hour from two to three is there twice.
    ['the repeated hour: first time', small, 'Europe/Berlin', '2026-10-25T00:30:00Z', true],
    ['the repeated hour: second time', small, 'Europe/Berlin', '2026-10-25T01:30:00Z', true],
    ['the repeated hour: over', small, 'Europe/Berlin', '2026-10-25T02:00:00Z', false],
  ])('%s', (_name, schedule, zone, at, active) => {
    expect(scheduleClock(schedule, zone)(Date.parse(at))).toBe(active)
  })

  it('does not depend on the order of questions', () => {
    const clock = scheduleClock(small, 'Europe/Berlin')
    const times = Array.from({ length: 2000 }, (_, i) => Date.parse('2026-10-24T00:00:00Z') + i * 61_000)
    const forward = times.map(clock)
    expect([...times].reverse().map(clock).reverse()).toEqual(forward)
    expect(forward.filter(Boolean).length).toBeGreaterThan(100)
  })
})
