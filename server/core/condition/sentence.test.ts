import { describe, expect, it } from 'vitest'
import { definitionOf } from './fixtures.ts'
import { durationOf, ruleSentence, SENTENCE_KEYS } from './sentence.ts'

const say = (over: Parameters<typeof definitionOf>[0]) => ruleSentence(definitionOf(over), '[g]', '%')

describe('ruleSentence', () => {
  it('says the least there is to say', () => {
    expect(say({ limit: 10, priority: 3 })).toEqual([
      { key: 'above', params: { points: ['p'], limit: 10, unit: '[g]' } }, { key: 'atOnce', params: {} }, { key: 'raise', params: { priority: 3 } },
    ])
  })

  it.each([
    ['below', { direction: 'below', limit: 60, clear: 65, forMs: 5 * 3_600_000 }, ['below', 'heldFor', 'clear', 'raise']],
    ['outside', { direction: 'outside', low: 1, high: 2 }, ['outside', 'atOnce', 'raise']],
    ['what is kept and warmed up', { limit: 1, keepFiringMs: 1000, warmupMs: 2000 }, ['above', 'atOnce', 'keepFiring', 'warmup', 'raise']],
    ['an alert on silence', { limit: 1, noData: { policy: 'alert', afterMs: 1000 } }, ['above', 'atOnce', 'noDataAlert', 'raise']],
    ['an alert when the data is stale', { limit: 1, noData: { policy: 'alert' } }, ['above', 'atOnce', 'noDataAlertWhenStale', 'raise']],
    ['letting go on silence', { limit: 1, noData: { policy: 'ok', afterMs: 1000 } }, ['above', 'atOnce', 'noDataOk', 'raise']],
    ['letting go when stale', { limit: 1, noData: { policy: 'ok' } }, ['above', 'atOnce', 'noDataOkWhenStale', 'raise']],
    ['a failure mode', { limit: 1, failureMode: 'VIB' }, ['above', 'atOnce', 'raiseForMode']],
    ['a gate', { gate: { point: 'speed', bands: [{ from: 45, to: 55, limit: 1, clear: 0.5 }, { from: 60, to: 75, limit: 2 }] } },
      ['aboveByGate', 'band', 'clearInBand', 'band', 'atOnce', 'raise']],
    ['a gate, below', { direction: 'below', gate: { point: 'speed', bands: [{ from: 45, to: 55, limit: 1 }] } }, ['belowByGate', 'band', 'atOnce', 'raise']],
  ] as const)('says %s', (_name, over, keys) => {
    expect(say(over as Parameters<typeof definitionOf>[0]).map((part) => part.key)).toEqual(keys)
    for (const key of keys) expect(SENTENCE_KEYS).toContain(key)
  })

  it('fills in the numbers with their units', () => {
    expect(say({ forMs: 30_000, gate: { point: 'speed', bands: [{ from: 45, to: 55, limit: 0.1, clear: 0.08 }] } }).slice(0, 4)).toEqual([
      { key: 'aboveByGate', params: { points: ['p'], gate: 'speed' } },
      { key: 'band', params: { from: 45, to: 55, gateUnit: '%', limit: 0.1, unit: '[g]' } },
      { key: 'clearInBand', params: { from: 45, to: 55, gateUnit: '%', clear: 0.08, unit: '[g]' } },
      { key: 'heldFor', params: { amount: 30, per: 'second' } },
    ])
  })
})

describe('durationOf', () => {
  it.each([
    [0, 0, 'millisecond'], [1, 1, 'millisecond'], [1500, 1500, 'millisecond'], [1000, 1, 'second'], [90_000, 90, 'second'], [120_000, 2, 'minute'],
    [5_400_000, 90, 'minute'], [18_000_000, 5, 'hour'], [172_800_000, 2, 'day'],
  ])('%d ms are %d %s', (ms, amount, per) => {
    expect(durationOf(ms)).toEqual({ amount, per })
  })
})
