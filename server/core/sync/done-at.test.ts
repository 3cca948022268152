import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doneAt } from './done-at.ts'

const at = (text: string): Date => new Date(`2026-11-26T${text}Z`)

test.each([
  { name: 'a right clock', done: '08:00:00', sent: '10:00:00', received: '10:00:01', expected: '08:00:00' },
  { name: 'an hour slow', done: '07:00:00', sent: '09:00:00', received: '10:00:00', expected: '08:00:00' },
  { name: 'an hour fast', done: '09:00:00', sent: '11:00:00', received: '10:00:00', expected: '08:00:00' },
  { name: 'five seconds are not corrected', done: '08:00:00', sent: '09:59:55', received: '10:00:00', expected: '08:00:00' },
  { name: 'never in the future', done: '10:00:04', sent: '10:00:04', received: '10:00:00', expected: '10:00:00' },
  { name: 'done after it was sent, by a clock that was set back', done: '12:00:00', sent: '10:00:00', received: '10:00:00', expected: '10:00:00' },
])('$name', ({ done, sent, received, expected }) => {
  expect(doneAt(at(done), at(sent), at(received))).toEqual(at(expected))
})

test('what was done earlier stays earlier, however wrong the clock was', () => {
  const ms = fc.integer({ min: 0, max: 10 ** 9 })
  fc.assert(fc.property(ms, ms, ms, ms, (first, gap, sent, received) => {
    const [a, b] = [first, first + gap].map((each) => doneAt(new Date(each), new Date(sent), new Date(received)).getTime())
    expect(a).toBeLessThanOrEqual(b ?? 0)
    expect(b).toBeLessThanOrEqual(received)
  }))
})
