import { describe, expect, it } from 'vitest'
import { rmsAboutMean } from './rms.ts'

describe('rmsAboutMean', () => {
  it.each<[string, readonly number[], number]>([
    ['one sample', [7], 0],
    ['gravity alone', [1, 1, 1, 1], 0],
    ['a constant that rounding would take below zero', [0.1, 0.1, 0.1], 0],
    ['a square wave', [1, -1, 1, -1], 1],
    ['a square wave on gravity', [1.5, 0.5, 1.5, 0.5], 0.5],
    ['a sine of amplitude 2', Array.from({ length: 50 }, (_, k) => 2 * Math.sin((2 * Math.PI * k) / 50)), Math.SQRT2],
  ])('of %s', (_name, samples, expected) => {
    expect(rmsAboutMean(samples.length, (index) => samples[index] ?? NaN)).toBeCloseTo(expected, 7)
  })
})
