import { describe, expect, it } from 'vitest'
import { bestLimit, callsAt, scoreFan, type QuietLimit } from './fan-score.ts'

const call = (configuration: number, speed: number, called: boolean) => ({ configuration, speed, called })
const quiet = (configuration: number, speed: number, quietFrom: number): QuietLimit => ({ configuration, speed, quietFrom })

describe('scoreFan', () => {
  it('counts faults found and healthy minutes called, and the slow ones only at all speeds', () => {
    const calls = [call(3, 40, true), call(3, 45, false), call(3, 100, true), call(2, 40, false), call(2, 45, true), call(2, 50, false), call(1, 45, true), call(1, 100, true)]
    expect(scoreFan(calls)).toEqual({
      found: 3, total: 4, falseCalls: 1, healthyTotal: 2,
      configuration1: { found: 2, total: 2 }, configuration2: { found: 1, total: 2 },
      allSpeeds: { found: 3, total: 5, falseCalls: 2, healthyTotal: 3 },
    })
  })

  it('counts nothing of nothing', () => {
    expect(scoreFan([])).toMatchObject({ found: 0, total: 0, falseCalls: 0, allSpeeds: { total: 0 } })
  })
})

describe('callsAt', () => {
  it('calls a minute below its quiet limit, not at it', () => {
    expect([0.9, 1].map((limit) => callsAt(limit, [quiet(1, 60, 1)])[0]?.called)).toEqual([true, false])
  })
})

describe('bestLimit', () => {
  it.each<[string, readonly QuietLimit[], number]>([
    ['no minute', [], Infinity],
    ['one that parts both fans', [quiet(3, 60, 0.1), quiet(2, 60, 0.4)], 0.1],
    ['missing one fault rather than calling two healthy minutes', [quiet(3, 60, 0.2), quiet(3, 80, 0.2), quiet(2, 60, 0.1), quiet(2, 80, 0.9)], 0.2],
    ['one false call rather than missing two faults', [quiet(3, 100, 0.5), quiet(3, 60, 0.05), quiet(2, 60, 0.3), quiet(1, 60, 0.4)], 0.05],
    ['no false call where the errors are equal', [quiet(3, 100, 0.5), quiet(2, 60, 0.4)], 0.5],
    ['a healthy minute at low speed, which counts', [quiet(3, 20, 0.5), quiet(3, 25, 0.5), quiet(2, 60, 0.4)], 0.5],
    ['a fault at low speed, which does not', [quiet(3, 60, 0.5), quiet(2, 20, 0.4), quiet(1, 20, 0.4)], 0.5],
  ])('prefers %s', (_name, minutes, expected) => {
    expect(bestLimit(minutes)).toBe(expected)
  })
})
