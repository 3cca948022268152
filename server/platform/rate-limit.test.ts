import { expect, test } from 'vitest'
import { takeToken } from './rate-limit.ts'

const RATE = { perSecond: 2, burst: 3 }

test('a burst passes, then the rate counts', () => {
  expect([0, 0, 0].map(() => takeToken('a', RATE, 0))).toEqual([0, 0, 0])
  expect(takeToken('a', RATE, 0)).toBe(1)
  expect(takeToken('a', RATE, 500)).toBe(0)
  expect(takeToken('a', RATE, 500)).toBe(1)
})

test('a pause fills the bucket to its burst and no further', () => {
  expect(takeToken('b', RATE, 0)).toBe(0)
  const passed = [1, 2, 3, 4].map(() => takeToken('b', RATE, 3_600_000))
  expect(passed).toEqual([0, 0, 0, 1])
})

test('callers do not share', () => {
  for (let i = 0; i < 4; i++) takeToken('c', RATE, 0)
  expect(takeToken('d', RATE, 0)).toBe(0)
})

test('a clock that steps back lets nobody wait longer', () => {
  for (let i = 0; i < 4; i++) takeToken('e', RATE, 10_000)
  expect(takeToken('e', RATE, 5_000)).toBe(1)
  expect(takeToken('e', RATE, 6_000)).toBe(0)
})
