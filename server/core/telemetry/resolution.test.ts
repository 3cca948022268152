import { describe, expect, test } from 'vitest'
import { resolutionFor } from './resolution.ts'

describe('resolutionFor', () => {
  const hours = (n: number) => n * 3_600_000
  test.each([
    ['an hour in 600 buckets', hours(1), 600, 'raw'],
    ['a day in 720 buckets: exactly two minutes each', hours(24), 720, 'minute'],
    ['a day in 721 buckets: a little finer', hours(24), 721, 'raw'],
    ['a week in 600 buckets', hours(168), 600, 'minute'],
    ['fifty days in 600 buckets: exactly two hours each', hours(1200), 600, 'hour'],
    ['a year in 600 buckets', hours(8760), 600, 'hour'],
  ] as const)('%s is read from %s', (_name, span, buckets, expected) => {
    expect(resolutionFor(0, span, buckets)).toBe(expected)
  })
})
