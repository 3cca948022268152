import { expect, test } from 'vitest'
import { MINUTE_MS } from '../core/kernel/time.ts'
import { FAILURES_PER_ACCOUNT, FAILURES_PER_PLACE, noteFailure, noteSuccess, waitMs } from './sign-in-limit.ts'

const T = 1_000_000

test('one address is stopped after its share of wrong passwords, for 15 minutes, others are not', () => {
  for (let i = 0; i < FAILURES_PER_PLACE; i++) {
    expect(waitMs('a@x', '1.1.1.1', T)).toBe(0)
    noteFailure('a@x', '1.1.1.1', T)
  }
  expect(waitMs('a@x', '1.1.1.1', T)).toBe(15 * MINUTE_MS)
  expect(waitMs('a@x', '2.2.2.2', T)).toBe(0)
  expect(waitMs('b@x', '1.1.1.1', T)).toBe(0)
  expect(waitMs('a@x', '1.1.1.1', T + 15 * MINUTE_MS)).toBe(0)
})

test('a right password forgives the address', () => {
  for (let i = 0; i < FAILURES_PER_PLACE - 1; i++) noteFailure('c@x', '1.1.1.1', T)
  noteSuccess('c@x', '1.1.1.1')
  noteFailure('c@x', '1.1.1.1', T)
  expect(waitMs('c@x', '1.1.1.1', T)).toBe(0)
})

test('an account is stopped when many addresses guess together, and a right password elsewhere does not reopen it', () => {
  for (let i = 0; i < FAILURES_PER_ACCOUNT; i++) noteFailure('d@x', `10.0.0.${i}`, T)
  noteSuccess('d@x', '10.0.0.1')
  expect(waitMs('d@x', '9.9.9.9', T)).toBeGreaterThan(0)
})
