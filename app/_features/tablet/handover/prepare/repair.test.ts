import { describe, expect, it } from 'vitest'
import { repairsByUrgency } from './by-urgency.ts'
import { gapOf } from './repair.ts'

describe('gapOf', () => {
  const whole = { assetId: 'a', what: 'Clamp', risk: 'low', end: 2, now: 1 }
  it.each([
    [{}, null], [{ assetId: null }, 'machine'], [{ what: ' x ' }, 'what'], [{ risk: null }, 'risk'], [{ end: null }, 'until'], [{ end: 1 }, 'until'],
  ])('%o lacks %s', (change, gap) => {
    expect(gapOf({ ...whole, ...change })).toBe(gap)
  })
})

describe('repairsByUrgency', () => {
  it('puts what is past its time first, then the worst risk, then what ends soonest', () => {
    const repair = (id: string, risk: 'high' | 'medium' | 'low', hour: number) => ({
      id, siteId: 's', what: id, risk, riskNote: null, asset: { id: 'a', tag: '', name: '' }, owner: { id: 'o', name: '' }, expiresAt: new Date(hour * 3_600_000).toISOString(), order: null, waiting: false,
    })
    const sorted = repairsByUrgency([repair('soon', 'low', 11), repair('late', 'high', 20), repair('past', 'low', 9), repair('sooner', 'high', 12)], 10 * 3_600_000)
    expect(sorted.map(({ id }) => id)).toEqual(['past', 'sooner', 'late', 'soon'])
  })
})
