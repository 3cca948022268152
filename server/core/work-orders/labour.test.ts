import { describe, expect, test } from 'vitest'
import { checkSpan, mayCorrect, oneJobAtATime, spanOf } from './labour.ts'

const now = new Date('2026-11-26T10:00:00Z')
const at = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000)

describe('time that is written down', () => {
  test.each([
    { name: 'half an hour up to now', given: { minutes: 30 }, span: { startedAt: at(-30), endedAt: now } },
    { name: 'from and to', given: { startedAt: at(-90), endedAt: at(-60) }, span: { startedAt: at(-90), endedAt: at(-60) } },
    { name: 'minutes before an end', given: { minutes: 15, endedAt: at(-60) }, span: { startedAt: at(-75), endedAt: at(-60) } },
    { name: 'from until now', given: { startedAt: at(-5) }, span: { startedAt: at(-5), endedAt: now } },
  ])('$name', ({ given, span }) => expect(spanOf(given, now)).toEqual({ ok: true, value: span }))
  test.each([
    { name: 'neither minutes nor times', given: {}, field: 'minutes' },
    { name: 'the end first', given: { startedAt: at(-10), endedAt: at(-20) }, field: 'endedAt' },
    { name: 'no time at all', given: { startedAt: at(-10), endedAt: at(-10) }, field: 'endedAt' },
    { name: 'in the future', given: { startedAt: at(-10), endedAt: at(10) }, field: 'endedAt' },
    { name: 'longer than a day', given: { startedAt: at(-25 * 60), endedAt: now }, field: 'startedAt' },
  ])('$name is refused', ({ given, field }) => expect(spanOf(given, now)).toMatchObject({ ok: false, error: { code: 'invalid', facts: { field } } }))
  test('a clock that runs four minutes ahead is borne', () => expect(checkSpan({ startedAt: at(-10), endedAt: at(4) }, now).ok).toBe(true))
})

describe('whose time is corrected', () => {
  test.each([
    { name: 'his own', entry: 'me', holds: false, may: true },
    { name: 'another\'s', entry: 'you', holds: false, may: false },
    { name: 'another\'s, as a supervisor', entry: 'you', holds: true, may: true },
  ])('$name: $may', ({ entry, holds, may }) => expect(mayCorrect({ personId: entry }, 'me', () => holds)).toBe(may))
  test('the system has no time of its own', () => expect(mayCorrect({ personId: 'me' }, null, () => false)).toBe(false))
})

describe('one job at a time', () => {
  const running = (orderId: string, minutes: number) => ({ orderId, startedAt: at(minutes) })
  test.each([
    { name: 'nothing runs elsewhere', elsewhere: [], stop: [], endsAt: null },
    { name: 'what began before stops', elsewhere: [running('a', -10), running('b', 0)], stop: ['a', 'b'], endsAt: null },
    { name: 'what began later ends this one', elsewhere: [running('a', 10), running('b', 5)], stop: [], endsAt: at(5) },
    { name: 'both', elsewhere: [running('a', -10), running('b', 5)], stop: ['a'], endsAt: at(5) },
  ])('$name', ({ elsewhere, stop, endsAt }) => {
    const decided = oneJobAtATime(elsewhere, now)
    expect([decided.stop.map(({ orderId }) => orderId), decided.endsAt]).toEqual([stop, endsAt])
  })
})
