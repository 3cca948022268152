import { describe, expect, test } from 'vitest'
import { tallyClass, tallyRule, type RuleAlert, type RuleCall, type RuleWatch } from './count.ts'
import { figuresOf } from './figures.ts'

const window = { from: 0, to: 1000 }
const watch = (ruleId: string, from = 0): RuleWatch => ({
  ruleId, life: [{ type: 'published', at: from, versionId: `${ruleId}1` }], assets: [{ id: 'A', since: 0, window }, { id: 'B', since: 500, window }],
})
const call = (orderId: string, ruleId: string, more: Partial<RuleCall> = {}): RuleCall => ({
  orderId, ruleId, versionId: `${ruleId}1`, assetId: 'A', classId: 'C', verdict: 'confirmed', isDuplicate: false, alertAt: 100, repairStartAt: 300, failureAt: null,
  labourMs: null, partsCost: 0n, unpricedParts: 0, ...more,
})
const alert = (incidentId: string, ruleId: string, more: Partial<RuleAlert> = {}): RuleAlert => ({
  incidentId, ruleId, versionId: `${ruleId}1`, assetId: 'A', classId: 'C', at: 100, suppressed: false, onOrder: true, ...more,
})

describe('tallyRule', () => {
  const found = {
    calls: [call('o1', 'r'), call('o2', 'r', { verdict: 'nothing-found', assetId: 'B', alertAt: 600 }), call('o3', 'other'), call('o4', 'r', { versionId: 'r2', verdict: null })],
    alerts: [alert('i1', 'r'), alert('i2', 'r', { suppressed: true, onOrder: false }), alert('i3', 'other')], now: 900,
  }
  test('counts the rule\'s own orders and episodes, and the time of all its machines', () => {
    expect(tallyRule(watch('r'), found)).toMatchObject({ outcomes: { confirmed: 1, 'nothing-found': 1, unverified: 1 }, alerts: { all: 2, suppressed: 1, withOrder: 1 }, watchedMs: 900 + 400 })
  })
  test('can be narrowed to a version and to a machine', () => {
    expect(tallyRule(watch('r'), found, { versionId: 'r2' })).toMatchObject({ outcomes: { confirmed: 0, unverified: 1 }, watchedMs: 0 })
    expect(tallyRule(watch('r'), found, { assetId: 'B' })).toMatchObject({ outcomes: { confirmed: 0, 'nothing-found': 1 }, alerts: { all: 0 }, watchedMs: 400 })
  })
})

describe('tallyClass', () => {
  const found = {
    calls: [call('o1', 'mild', { alertAt: 100 }), call('o1', 'severe', { alertAt: 250 }), call('o2', 'mild', { verdict: 'nothing-found' }), call('o3', 'mild', { classId: null })],
    alerts: [alert('i1', 'mild'), alert('i1', 'severe'), alert('i2', 'mild')], now: 1000,
  }
  const tally = tallyClass([watch('mild'), watch('severe', 600)], found, 'C')
  test('counts an order once however many rules took part in it, dated by the first', () => {
    expect(figuresOf(tally, null)).toMatchObject({ n: 2, precision: 0.5, toRepair: { n: 1, medianMs: 200 }, conversion: { n: 2 } })
  })
  test('counts a machine\'s time once, however many rules watched it', () => { expect(tally.watchedMs).toBe(1000 + 500) })
})
