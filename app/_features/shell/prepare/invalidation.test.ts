import { describe, expect, it } from 'vitest'
import { areasOf, waitMs } from './invalidation.ts'

describe('areasOf', () => {
  it('names each area once', () => {
    expect(areasOf(['work-order', 'incident'])).toEqual(['overview', 'alarms', 'workOrders', 'attachments', 'assets', 'isolation', 'permits', 'rules'])
  })
  it('does not reload orders for mere readings', () => {
    expect(areasOf(['readings'])).not.toContain('workOrders')
  })
})

describe('waitMs', () => {
  it('waits longer for readings alone', () => {
    expect(waitMs(new Set(['readings']))).toBeGreaterThan(waitMs(new Set(['readings', 'incident'])))
  })
})
