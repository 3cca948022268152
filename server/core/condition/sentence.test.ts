import { describe, expect, it } from 'vitest'
import { definitionOf } from './fixtures.ts'
import { durationOf, SENTENCE_KEYS } from './sentence-parts.ts'
import { ruleSentence } from './sentence.ts'

const say = (over: Parameters<typeof definitionOf>[0]) => ruleSentence(definitionOf(over), '[g]', '%')

describe('ruleSentence', () => {
  it('says the least there is to say', () => {
    expect(say({ limit: 10, priority: 3 })).toEqual([
      { key: 'above', params: { points: ['p'], measure: 'value', limit: 10, unit: '[g]' } }, { key: 'atOnce', params: {} }, { key: 'raise', params: { priority: 3 } },
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
    ['a rate', { limit: 5, measure: { kind: 'rate', windowMs: 3_600_000, per: 'hour' } }, ['above', 'window', 'atOnce', 'raise']],
    ['a deviation that learns once', { limit: 4, measure: { kind: 'deviation' } }, ['above', 'learn', 'learntOnce', 'atOnce', 'raise']],
    ['all that a deviation can be told', { direction: 'outside', low: -4, high: 4, measure: { kind: 'deviation', halfLifeMs: 1, trend: true, minSpread: 0.5, freezeAt: 6, smoothMs: 1 } },
      ['outside', 'learn', 'follow', 'followTrend', 'minSpread', 'freeze', 'smooth', 'atOnce', 'raise']],
    ['a zone', { measure: { kind: 'iso-zone' } }, ['isoZone', 'atOnce', 'raise']],
    ['a zone with a baseline and danger', { measure: { kind: 'iso-zone', baseline: 1.1, dangerPriority: 1 } }, ['isoZone', 'isoBaseline', 'isoDanger', 'atOnce', 'raise']],
    ['an expression of numbers', { limit: 5, measure: { kind: 'expression', text: 'p - q' } }, ['above', 'atOnce', 'raise']],
    ['a comparison', { measure: { kind: 'expression', text: 'p > q' }, forMs: 1000 }, ['isTrue', 'heldFor', 'raise']],
    ['a value that stands still', { limit: 3600, measure: { kind: 'stuck' } }, ['above', 'atOnce', 'raiseForSensor']],
    ['one that hardly moves', { limit: 3600, measure: { kind: 'stuck', tolerance: 0.1 } }, ['above', 'tolerance', 'atOnce', 'raiseForSensor']],
    ['noise', { limit: 1, measure: { kind: 'noise', windowMs: 1000 } }, ['above', 'window', 'atOnce', 'raiseForSensor']],
    ['clipping', { limit: 5, measure: { kind: 'clipping', windowMs: 1000, low: 0, high: 8 } }, ['above', 'window', 'clippingLow', 'clippingHigh', 'atOnce', 'raiseForSensor']],
    ['silence, of which nothing else has an effect', { measure: { kind: 'silence' }, noData: { policy: 'alert' }, forMs: 5, warmupMs: 5, keepFiringMs: 5 }, ['silence', 'silentWhenStale', 'raiseForSensor']],
    ['silence for a time', { measure: { kind: 'silence' }, noData: { policy: 'alert', afterMs: 1000 } }, ['silence', 'silentFor', 'raiseForSensor']],
    ['a wrong unit', { measure: { kind: 'wrong-unit', minSpread: 1 } }, ['wrongUnit', 'learn', 'minSpread', 'atOnce', 'raiseForSensor']],
    ['so many of the last readings', { limit: 1, hold: { kind: 'samples', n: 3, of: 5 } }, ['above', 'holdSamples', 'raise']],
    ['so long within a stretch', { limit: 1, hold: { kind: 'time', ms: 60_000, withinMs: 600_000 } }, ['above', 'holdTime', 'raise']],
    ['when it judges', { limit: 1, schedule: [{ days: [1], from: '06:00', to: '14:00' }, { days: [2], from: '06:00', to: '14:00' }] }, ['above', 'atOnce', 'schedule', 'scheduleAlso', 'raise']],
    ['further levels', { limit: 1, priority: 3, ladder: [{ limit: 2, priority: 2 }, { limit: 3, clear: 2.5, forMs: 1000, priority: 1 }] },
      ['above', 'atOnce', 'raise', 'level', 'levelHeld', 'levelClear']],
    ['further levels of bands', { priority: 3, gate: { point: 'speed', bands: [{ from: 1, to: 2, limit: 1 }] }, ladder: [{ factor: 2, priority: 2 }, { factor: 3, forMs: 1000, priority: 1 }] },
      ['aboveByGate', 'band', 'atOnce', 'raise', 'levelByGate', 'levelByGateHeld']],
  ] as const)('says %s', (_name, over, keys) => {
    expect(say(over as Parameters<typeof definitionOf>[0]).map((part) => part.key)).toEqual(keys)
    for (const key of keys) expect(SENTENCE_KEYS).toContain(key)
  })

  it('fills in the numbers with their units', () => {
    expect(say({ forMs: 30_000, gate: { point: 'speed', bands: [{ from: 45, to: 55, limit: 0.1, clear: 0.08 }] } }).slice(0, 4)).toEqual([
      { key: 'aboveByGate', params: { points: ['p'], measure: 'value', gate: 'speed' } },
      { key: 'band', params: { from: 45, to: 55, gateUnit: '%', limit: 0.1, unit: '[g]' } },
      { key: 'clearInBand', params: { from: 45, to: 55, gateUnit: '%', clear: 0.08, unit: '[g]' } },
      { key: 'heldFor', params: { amount: 30, per: 'second' } },
    ])
  })
})

describe('what stands in a clause', () => {
  const only = (over: Parameters<typeof definitionOf>[0], key: string) => say(over).filter((part) => part.key === key).map(({ params }) => params)

  it('is in the unit of what is judged, and settings are in the point\'s', () => {
    const rate = { limit: 5, clear: 4, measure: { kind: 'rate', windowMs: 60_000, per: 'hour' } } as const
    expect([...only(rate, 'above'), ...only(rate, 'clear')]).toEqual([{ points: ['p'], measure: 'rate', limit: 5, unit: '[g]/h' }, { clear: 4, unit: '[g]/h' }])
    expect(only({ limit: 4, measure: { kind: 'deviation', minSpread: 0.5 } }, 'minSpread')).toEqual([{ value: 0.5, unit: '[g]' }])
    expect(only({ limit: 3, gate: undefined, measure: { kind: 'stuck', tolerance: 0.1 } }, 'above')).toEqual([{ points: ['p'], measure: 'stuck', limit: 3, unit: 's' }])
  })

  it('names the expression instead of the points it reads', () => {
    expect(only({ measure: { kind: 'expression', text: 'p > q' } }, 'isTrue')).toEqual([{ text: 'p > q' }])
    expect(only({ limit: 1, measure: { kind: 'expression', text: 'p - q' } }, 'above')).toEqual([{ points: ['p'], measure: 'expression', text: 'p - q', limit: 1, unit: '' }])
  })

  it('says each length of time in its own largest unit', () => {
    expect(only({ limit: 1, hold: { kind: 'time', ms: 60_000, withinMs: 5_400_000 } }, 'holdTime')).toEqual([{ amount: 1, per: 'minute', withinAmount: 90, withinPer: 'minute' }])
  })

  it('lists days in the order of the week, and levels with their side and priority', () => {
    expect(only({ limit: 1, schedule: [{ days: [5, 1, 3], from: '22:00', to: '06:00' }] }, 'schedule')).toEqual([{ days: ['1', '3', '5'], from: '22:00', to: '06:00', ends: 'nextDay' }])
    expect(only({ direction: 'below', limit: 2, priority: 3, ladder: [{ limit: 1, priority: 1, forMs: 60_000 }] }, 'levelHeld')).toEqual([{ side: 'below', priority: 1, limit: 1, unit: '[g]', amount: 1, per: 'minute' }])
    expect(only({ priority: 3, gate: { point: 's', bands: [{ from: 1, to: 2, limit: 1 }] }, ladder: [{ factor: 2, priority: 2 }] }, 'levelByGate')).toEqual([{ side: 'above', priority: 2, factor: 2 }])
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
