import { describe, expect, it } from 'vitest'
import { ruleDefinition } from './definition.ts'

const base = { kind: 'threshold', points: ['acc_x'], direction: 'above', limit: 1, priority: 2 }
const gate = { point: 'speed', bands: [{ from: 45, to: 55, limit: 0.1 }] }

describe('ruleDefinition', () => {
  it('fills in what may be left out', () => {
    expect(ruleDefinition.parse(base)).toEqual({
      ...base, measure: { kind: 'value' }, hold: null, schedule: null, ladder: [], low: null, high: null, clear: null, forMs: 0, keepFiringMs: 0, gate: null, noData: { policy: 'keep', afterMs: null }, failureMode: null, warmupMs: 0,
    })
  })

  it.each([
    ['a clear limit at the limit', { ...base, clear: 1 }],
    ['below with a higher clear limit', { ...base, direction: 'below', limit: 60, clear: 65 }],
    ['outside', { ...base, direction: 'outside', limit: null, low: -1, high: 1 }],
    ['a gate', { ...base, limit: null, gate }],
    ['bands that share an end', { ...base, limit: null, gate: { ...gate, bands: [{ from: 0, to: 5, limit: 1 }, { from: 5, to: 9, limit: 2 }] } }],
    ['a band of one value', { ...base, limit: null, gate: { ...gate, bands: [{ from: 50, to: 50, limit: 1 }] } }],
  ])('accepts %s', (_name, rule) => {
    expect(ruleDefinition.safeParse(rule).success).toBe(true)
  })

  it.each([
    ['no limit', { ...base, limit: null }, 'limit', 'Give a limit'],
    ['a clear limit on the wrong side, above', { ...base, clear: 1.1 }, 'clear', 'at or below the limit 1'],
    ['a clear limit on the wrong side, below', { ...base, direction: 'below', clear: 0.9 }, 'clear', 'at or above the limit 1'],
    ['two limits for above', { ...base, low: 0 }, 'low', 'outside'],
    ['an upper limit for below', { ...base, direction: 'below', high: 0 }, 'high', 'outside'],
    ['outside without a lower limit', { ...base, direction: 'outside', limit: null, high: 1 }, 'low', 'lower limit'],
    ['outside without an upper limit', { ...base, direction: 'outside', limit: null, low: 1 }, 'high', 'upper limit'],
    ['outside upside down', { ...base, direction: 'outside', limit: null, low: 2, high: 1 }, 'high', 'above the lower limit 2'],
    ['outside with a single limit', { ...base, direction: 'outside', low: 0, high: 1 }, 'limit', 'leave it empty'],
    ['outside with a clear limit', { ...base, direction: 'outside', limit: null, low: 0, high: 1, clear: 0 }, 'clear', 'back between'],
    ['outside with a gate', { ...base, direction: 'outside', limit: null, low: 0, high: 1, gate }, 'gate', 'above or below'],
    ['a gate and a limit', { ...base, gate }, 'limit', 'from the bands'],
    ['a gate and a clear limit', { ...base, limit: null, clear: 0, gate }, 'clear', 'from the bands'],
    ['a gate by the point itself', { ...base, limit: null, points: ['speed'], gate }, 'gate.point', 'gate itself'],
    ['a band upside down', { ...base, limit: null, gate: { ...gate, bands: [{ from: 5, to: 4, limit: 1 }] } }, 'gate.bands.0.to', 'start 5'],
    ['bands that overlap', { ...base, limit: null, gate: { ...gate, bands: [{ from: 0, to: 5, limit: 1 }, { from: 4, to: 9, limit: 1 }] } }, 'gate.bands.1.from', 'overlap'],
    ['a band\'s clear limit on the wrong side', { ...base, limit: null, gate: { ...gate, bands: [{ from: 0, to: 5, limit: 1, clear: 2 }] } }, 'gate.bands.0.clear', 'at or below'],
    ['a gate without bands', { ...base, limit: null, gate: { ...gate, bands: [] } }, 'gate.bands', 'at least one band'],
    ['no point', { ...base, points: [] }, 'points', 'at least one point'],
    ['a point twice', { ...base, points: ['acc_x', 'acc_x'] }, 'points', 'once'],
    ['a priority of five', { ...base, priority: 5 }, 'priority', 'lowest'],
    ['a negative duration', { ...base, forMs: -1 }, 'forMs', 'negative'],
    ['half a millisecond', { ...base, forMs: 0.5 }, 'forMs', 'whole'],
    ['a duration of two years', { ...base, forMs: 2 * 366 * 86_400_000 }, 'forMs', '366'],
    ['no-data after no time', { ...base, noData: { policy: 'alert', afterMs: 0 } }, 'noData.afterMs', 'above zero'],
    ['an infinite limit', { ...base, limit: Infinity }, 'limit', 'number'],
    ['a field it does not know', { ...base, limt: 1 }, '', 'limt'],
  ])('refuses %s', (_name, rule, path, words) => {
    const result = ruleDefinition.safeParse(rule)
    expect(result.success).toBe(false)
    const issue = result.error?.issues.find((one) => one.path.join('.') === path)
    expect(issue?.message).toContain(words)
  })
})
