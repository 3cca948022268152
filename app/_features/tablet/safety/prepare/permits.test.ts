import { describe, expect, it } from 'vitest'
import type { PermitKind } from '#server/core/permits/kinds.ts'
import type { PermitStatus } from '#server/core/permits/transitions.ts'
import { gasLines, isExpired, permitActs } from './permits.ts'
import { readingsOf } from './readings.ts'

const NOW = Date.parse('2026-11-02T08:00:00Z')
const permit = (kind: PermitKind, status: PermitStatus, more: object = {}) => ({ kind, status, performer: { id: 'ben', name: 'Ben' }, ...more })

describe('permitActs', () => {
  it.each([
    ['hot-work', 'issued', 'ben', true, ['gasTest', 'suspend', 'handBack']],
    ['hot-work', 'issued', 'anna', true, ['gasTest', 'suspend']],
    ['height', 'issued', 'ben', true, ['suspend', 'handBack']],
    ['height', 'issued', 'anna', false, ['suspend']],
    ['hot-work', 'suspended', 'ben', true, ['gasTest', 'handBack']],
    ['hot-work', 'handed-back', 'ben', true, []],
    ['hot-work', 'closed', 'ben', true, []],
  ] as const)('a permit for %s that is %s gives %s', (kind, status, personId, execute, acts) => {
    expect(permitActs(permit(kind, status), personId, execute)).toEqual(acts)
  })
})

describe('isExpired', () => {
  it.each([['issued', -1, true], ['suspended', 0, true], ['issued', 1, false], ['handed-back', -1, false], ['closed', -1, false]] as const)('%s, %i ms to go: %s', (status, ms, expired) => {
    expect(isExpired({ status, to: new Date(NOW + ms).toISOString() }, NOW)).toBe(expired)
  })
})

describe('gasLines', () => {
  const test = (value: number, minutes: number) => ({ gas: 'LEL', value, unit: '%', low: null, high: 10, at: new Date(NOW - minutes * 60_000).toISOString(), by: 'Anna' })
  it.each([
    { name: 'no test', gasTests: [], value: null, problem: 'missing' },
    { name: 'a fresh one', gasTests: [test(2, 5)], value: 2, problem: null },
    { name: 'one that is too old', gasTests: [test(2, 31)], value: 2, problem: 'missing' },
    { name: 'the newest, outside', gasTests: [test(2, 20), test(11, 2)], value: 11, problem: 'outside' },
  ])('shows $name', ({ gasTests, value, problem }) => {
    expect(gasLines({ kind: 'hot-work', gasTests }, NOW).map((line) => [line.gas, line.test?.value ?? null, line.problem])).toEqual([['LEL', value, problem]])
  })
  it('is empty for work that asks for no test', () => {
    expect(gasLines({ kind: 'height', gasTests: [] }, NOW)).toEqual([])
  })
})

describe('readingsOf', () => {
  it.each([
    [{ LEL: '2,5' }, [{ gas: 'LEL', value: 2.5 }]], [{ LEL: ' ' }, []], [{ LEL: 'low' }, null], [{ LEL: '-1' }, null], [{ CO: '3' }, []],
  ])('%o', (values, readings) => {
    expect(readingsOf('hot-work', values)).toEqual(readings)
  })
})
