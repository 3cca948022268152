import { describe, expect, test } from 'vitest'
import { byUrgency, isPast } from './handover.ts'

const NOW = new Date('2026-01-05T10:00:00Z')
const at = (hours: number): Date => new Date(NOW.getTime() + hours * 3_600_000)
const repair = (risk: 'high' | 'medium' | 'low', hours: number, removed = false) => ({ risk, expiresAt: at(hours), removedAt: removed ? NOW : null })

describe('temporary repairs', () => {
  test.each([
    ['before its time', repair('high', 1), false], ['at its time', repair('low', 0), true], ['after its time', repair('low', -1), true], ['removed', repair('high', -1, true), false],
  ] as const)('%s', (_name, one, expected) => { expect(isPast(one, NOW)).toBe(expected) })

  test('stand with the past ones first, then the riskier, then the sooner', () => {
    const all = [repair('low', 1), repair('high', 9), repair('low', -2), repair('high', 3), repair('medium', -1)]
    expect(all.toSorted(byUrgency(NOW))).toEqual([all[4], all[2], all[3], all[1], all[0]])
  })
})
