import { describe, expect, it } from 'vitest'
import { deviationSignal } from './deviation.ts'
import { clippingSignal, noiseSignal } from './noise.ts'
import { rateSignal } from './rate.ts'
import type { Signal } from './signal.ts'
import { stuckSignal } from './stuck.ts'
import { wrongUnitSignal } from './wrong-unit.ts'

type Sample = readonly [t: number, value: number, gateValue?: number | undefined, learn?: boolean]
const feed = (signal: Signal, samples: readonly Sample[]): (number | null)[] =>
  samples.map(([t, value, gateValue = null, learn = true]) => signal.take({ t: t * 1000, value, gateValue, learn }))
const last = (signal: Signal, samples: readonly Sample[]): number | null => feed(signal, samples).at(-1) ?? null
const line = (n: number, of: (t: number) => number, from = 0): Sample[] => Array.from({ length: n }, (_, i) => [from + i, of(from + i)])
/** wave is steady noise of amplitude 1 without any chance in it. */
const wave = (t: number): number => [0, 1, -1, 0.5, -0.5, 1, -1][t % 7] ?? 0

describe('rate', () => {
  it.each([
    ['a steady rise, per second', 10_000, 'second', line(20, (t) => 3 * t), 3],
    ['a steady rise, per hour', 10_000, 'hour', line(20, (t) => 3 * t), 10_800],
    ['a fall, per minute', 10_000, 'minute', line(20, (t) => 100 - 0.5 * t), -30],
    ['a level', 10_000, 'day', line(20, () => 7), 0],
    ['only the window counts', 5000, 'second', [...line(50, () => 0), ...line(8, (t) => 2 * (t - 50), 50)], 2],
    ['too little of the window', 100_000, 'second', line(20, (t) => t), null],
    ['after a gap it begins anew', 10_000, 'second', [...line(20, (t) => t), [60, 9], [61, 9]], null],
  ] as const)('%s', (_name, windowMs, per, samples, expected) => {
    const rate = last(rateSignal(windowMs, per, 5000), samples)
    if (expected === null) expect(rate).toBeNull()
    else expect(rate).toBeCloseTo(expected, 6)
  })

  it('is hardly moved by one wild reading', () => {
    const samples = line(101, (t) => (t === 50 ? 100 : 0))
    expect(Math.abs(last(rateSignal(100_000, 'second', 5000), samples) ?? 1)).toBeLessThan(0.01)
  })

  it('keeps to its window however dense the readings are', () => {
    const dense: Sample[] = Array.from({ length: 50_000 }, (_, i) => [i / 1000, i / 1000])
    const signal = rateSignal(10_000, 'second', 5000)
    expect(last(signal, dense)).toBeCloseTo(1, 3)
    expect((signal.save() as unknown[]).length).toBeLessThan(1100)
  })
})

describe('deviation', () => {
  const settings = { learnMs: 60_000, halfLifeMs: null, trend: false, minSpread: 0, freezeAt: 4, maxGapMs: 10_000, smoothMs: 0, bands: null }

  it('tells nothing until it has learnt, then the distance in spreads', () => {
    const told = feed(deviationSignal(settings), line(200, wave))
    expect(told.slice(0, 61).every((one) => one === null)).toBe(true)
    expect(told.slice(62).every((one) => one !== null && Math.abs(one) < 3)).toBe(true)
    expect(last(deviationSignal(settings), [...line(200, wave), [200, 10]])).toBeGreaterThan(8)
    expect(last(deviationSignal(settings), [...line(200, wave), [200, -10]])).toBeLessThan(-8)
  })

  it('does not learn a fault as the new normal', () => {
    const adapting = deviationSignal({ ...settings, halfLifeMs: 60_000 })
    expect(last(adapting, [...line(200, wave), ...line(2000, (t) => 20 + wave(t), 200)])).toBeGreaterThan(10)
  })

  it('follows a slow drift where it may, and not where it may not', () => {
    const drift = (t: number): number => wave(t) + t / 200
    expect(Math.abs(last(deviationSignal({ ...settings, halfLifeMs: 120_000 }), line(4000, drift)) ?? 99)).toBeLessThan(4)
    expect(last(deviationSignal({ ...settings, freezeAt: 1000 }), line(4000, drift))).toBeGreaterThan(10)
  })

  it('follows a faster drift with a trend', () => {
    const drift = (t: number): number => wave(t) + t / 20
    const lag = (trend: boolean): number => Math.abs(last(deviationSignal({ ...settings, halfLifeMs: 120_000, trend, freezeAt: 100 }), line(6000, drift)) ?? 99)
    expect(lag(true)).toBeLessThan(lag(false))
  })

  it('never has a smaller spread than it was given', () => {
    expect(last(deviationSignal({ ...settings, minSpread: 5 }), [...line(100, () => 50), [100, 60]])).toBeCloseTo(2, 6)
    expect(last(deviationSignal(settings), [...line(100, () => 50), [100, 50]])).toBe(0)
  })

  it('has a baseline for each band of the gate, and none outside', () => {
    const bands = [{ from: 0, to: 50, limit: 3, clear: null }, { from: 60, to: 100, limit: 3, clear: null }]
    const slow = line(100, (t) => 10 + wave(t)).map(([t, value]): Sample => [t, value, 20])
    const fast = line(100, (t) => 90 + wave(t), 100).map(([t, value]): Sample => [t, value, 80])
    const signal = deviationSignal({ ...settings, bands })
    feed(signal, [...slow, ...fast])
    expect(feed(signal, [[200, 90, 80]])[0]).toBeLessThan(1)
    expect(feed(signal, [[201, 90, 20]])[0]).toBeGreaterThan(10)
    expect(feed(signal, [[202, 90, 55]])[0]).toBeNull()
    expect(feed(signal, [[203, 90]])[0]).toBeNull()
  })

  it('learns nothing while it may not', () => {
    const told = feed(deviationSignal(settings), line(200, wave).map(([t, value]): Sample => [t, value, undefined, false]))
    expect(told.every((one) => one === null)).toBe(true)
  })

  it('is averaged over the time given', () => {
    const spike: Sample[] = [...line(200, wave), [200, 10]]
    const plain = last(deviationSignal(settings), spike) ?? 0
    expect(last(deviationSignal({ ...settings, smoothMs: 20_000 }), spike)).toBeLessThan(plain / 5)
  })

  it('takes no gap for time learnt', () => {
    const sparse = Array.from({ length: 8 }, (_, i): Sample => [i * 1000, wave(i)])
    expect(last(deviationSignal({ ...settings, learnMs: 100_000 }), sparse)).toBeNull()
  })
})

describe('stuck', () => {
  it.each([
    ['seconds without a move', 0, [[0, 5], [10, 5], [25, 5]], 25],
    ['a move begins it anew', 0, [[0, 5], [10, 6], [25, 6]], 15],
    ['within the tolerance', 0.5, [[0, 5], [5, 5.4], [10, 4.6]], 10],
    ['creeping away from where it began', 0.5, [[0, 5], [5, 5.4], [10, 5.6]], 0],
    ['a gap begins it anew', 0, [[0, 5], [100, 5], [110, 5]], 10],
  ] as const)('%s', (_name, tolerance, samples, seconds) => {
    expect(last(stuckSignal(tolerance, 30_000), samples)).toBe(seconds)
  })
})

describe('noise', () => {
  it.each([
    ['a level has none', line(20, () => 3), 0],
    ['a slow ramp has hardly any', line(20, (t) => t / 100), 0.0071],
    ['up and down by two', line(21, (t) => (t % 2) * 2), Math.SQRT2],
  ] as const)('%s', (_name, samples, expected) => {
    expect(last(noiseSignal(10_000, 5000), samples)).toBeCloseTo(expected, 3)
  })

  it('tells nothing before its window is full', () => {
    expect(last(noiseSignal(100_000, 5000), line(20, wave))).toBeNull()
  })
})

describe('clipping', () => {
  it.each([
    ['none', line(21, () => 5), 0],
    ['all at the top', line(21, () => 8), 100],
    ['beyond the bottom counts too', line(21, () => -1), 100],
    ['a part', line(21, (t) => (t % 4 === 0 ? 8 : 5)), 27.27],
  ] as const)('%s', (_name, samples, percent) => {
    expect(last(clippingSignal(10_000, 0, 8, 5000), samples)).toBeCloseTo(percent, 1)
  })
})

describe('wrong unit', () => {
  const fahrenheit = { unit: '[degF]', factor: 5 / 9, offset: -160 / 9 }
  const kelvin = { unit: 'K', factor: 1, offset: -273.15 }
  const usual = line(200, (t) => 60 + wave(t))
  const make = (): Signal => wrongUnitSignal([fahrenheit, kelvin], { learnMs: 60_000, minSpread: 0.5, maxGapMs: 10_000 })
  it.each([
    ['usual', 60, 0],
    ['degF sent as Cel', 140, 1],
    ['K sent as Cel', 333.15, 1],
    ['hot, but no mistake of unit', 100, 0],
  ])('%s', (_name, value, told) => {
    expect(last(make(), [...usual, [200, value]])).toBe(told)
  })

  it('tells nothing until it has learnt', () => {
    expect(last(make(), [...line(20, (t) => 60 + wave(t)), [20, 140]])).toBeNull()
  })
})

describe('every signal', () => {
  const bands = [{ from: 0, to: 100, limit: 3, clear: null }]
  const settings = { learnMs: 20_000, halfLifeMs: 30_000, trend: true, minSpread: 0, freezeAt: 4, maxGapMs: 10_000, smoothMs: 3000, bands }
  it.each([
    ['rate', () => rateSignal(5000, 'second', 5000)],
    ['deviation', () => deviationSignal(settings)],
    ['stuck', () => stuckSignal(1, 5000)],
    ['noise', () => noiseSignal(5000, 5000)],
    ['clipping', () => clippingSignal(5000, -1, 1, 5000)],
    ['wrong unit', () => wrongUnitSignal([{ unit: 'x', factor: 10, offset: 0 }], { learnMs: 20_000, minSpread: 0.1, maxGapMs: 5000 })],
  ])('%s goes on from what it saved, and leaves alone what is not its own', (_name, make) => {
    const samples = line(120, (t) => 10 + wave(t) + (t > 90 ? 30 : 0)).map(([t, value]): Sample => [t, value, 50])
    const whole = feed(make(), samples)
    for (const at of [1, 30, 60, 95]) {
      const first = make()
      feed(first, samples.slice(0, at))
      const second = make()
      second.load(JSON.parse(JSON.stringify(first.save())))
      expect(feed(second, samples.slice(at))).toEqual(whole.slice(at))
    }
    const other = make()
    for (const foreign of [null, 7, 'x', { a: 1 }, [[1]]]) other.load(foreign)
    expect(feed(other, samples)).toEqual(whole)
  })
})
