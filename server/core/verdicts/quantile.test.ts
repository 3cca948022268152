import { expect, test } from 'vitest'
import { quantile } from './quantile.ts'

test.each<[string, number[], number, number | null]>([
  ['none', [], 0.5, null],
  ['one value is every quantile', [7], 0.1, 7],
  ['median of two', [10, 20], 0.5, 15],
  ['a tenth of two', [10, 20], 0.1, 11],
  ['median of an odd number', [3, 1, 2], 0.5, 2],
  ['a tenth of eleven', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.1, 1],
  ['what came too late counts below zero', [-4, 10, 30], 0.1, -1.2],
])('%s', (_name, values, share, expected) => {
  const found = quantile(values, share)
  if (expected === null) expect(found).toBeNull()
  else expect(found).toBeCloseTo(expected, 10)
})
