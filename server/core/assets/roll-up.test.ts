import { describe, expect, it } from 'vitest'
import { rollUp, type TreeLeaf } from './roll-up.ts'
import type { AssetStatus } from './status.ts'

const leaf = (id: string, parentId: string | null, status: AssetStatus | null = null, more: Partial<TreeLeaf> = {}): TreeLeaf => ({
  id, parentId, status, priority: null, openOrders: 0, ...more,
})

describe('rollUp', () => {
  it.each<[string, AssetStatus[], AssetStatus, number]>([
    ['an alarm rises over everything', ['operating', 'warning', 'alarm'], 'alarm', 0],
    ['a warning rises over what runs', ['operating', 'warning', 'offline'], 'warning', 1 / 3],
    ['what runs stands for the place', ['operating', 'offline', 'unknown', 'stopped'], 'operating', 0.5],
    ['nothing but silence', ['offline', 'unknown'], 'offline', 1],
    ['everything stopped', ['stopped', 'stopped'], 'stopped', 0],
    ['nothing below', [], 'unknown', 0],
  ])('%s', (_, statuses, expected, unknownShare) => {
    const rolled = rollUp([leaf('area', null), leaf('line', 'area'), ...statuses.map((status, index) => leaf(`m${index}`, 'line', status))])
    expect(rolled.get('area')).toMatchObject({ status: expected })
    expect(rolled.get('line')).toMatchObject({ status: expected })
    expect(rolled.get('area')?.unknownShare).toBeCloseTo(unknownShare)
  })

  it('sums orders and takes the most urgent priority, a machine with its components', () => {
    const rolled = rollUp([
      leaf('m', null, 'operating', { openOrders: 1, priority: 3 }),
      leaf('c', 'm', 'alarm', { openOrders: 2, priority: 1 }),
      leaf('d', 'm', 'unknown'),
    ])
    expect(rolled.get('m')).toEqual({ status: 'alarm', priority: 1, openOrders: 3, unknownShare: 1 / 3 })
    expect(rolled.get('d')).toEqual({ status: 'unknown', priority: null, openOrders: 0, unknownShare: 1 })
  })

  it('takes part of a tree, and ends on a ring', () => {
    expect(rollUp([leaf('m', 'not-here', 'operating')]).get('m')?.status).toBe('operating')
    expect(rollUp([leaf('a', 'b', 'alarm'), leaf('b', 'a')]).get('b')?.status).toBe('alarm')
  })
})
