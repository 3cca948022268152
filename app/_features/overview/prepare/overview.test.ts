import { describe, expect, it } from 'vitest'
import { countFleet, type Fleet } from './fleet.ts'
import { actionOf, followsFrom, isOverdue, sentenceOf, type Question, type Situation } from './situation.ts'

const mode = (code: string, consequence: string | null = 'It breaks.') => ({ code, name: code, consequence, text: null })
const order = { id: 'o', number: 'WO-000431', title: 'Vibration', text: null, status: 'approved', assignee: null, dueAt: null, createdBy: null, completedBy: null }
const incident = {
  kind: 'incident', id: 'i', priority: 2, acknowledged: false, question: null, settled: false, assetId: 'a', assetTag: 'CT-301', assetName: 'Cooling-tower fan', criticality: 'B', line: 'Utilities',
  failureMode: mode('VIB'), since: '2026-11-26T09:30:00Z', found: 'above', value: { value: 2.09, unit: '[g]', ageMs: 600 }, limit: 0.5, limitOfPoint: true, direction: 'above', spark: [],
  order, baseline: null,
} satisfies Situation
const WORSE = { finding: 'worse', was: 1.2, activity: 'replace', item: 'Pump', order: 'WO-000431' } as const
const asking = (question: Question, kind: 'incident' | 'order' = 'order'): Situation => ({ ...incident, kind, question })

describe('sentenceOf', () => {
  it.each([
    ['far beyond', { ...incident }, { key: 'vibration.times', ratio: 4.18 }],
    ['just beyond', { ...incident, value: { value: 0.6, unit: '[g]', ageMs: 0 } }, { key: 'vibration.over' }],
    ['too hot', { ...incident, failureMode: mode('OHE'), value: { value: 55.5, unit: 'Cel', ageMs: 0 }, limit: 52 }, { key: 'heat.over', excess: 3.5, unit: 'Cel' }],
    ['too low', { ...incident, failureMode: mode('PDE'), value: { value: 45, unit: '[degF]', ageMs: 0 }, limit: 60 }, { key: 'value.below', unit: '[degF]' }],
    ['without a limit', { ...incident, limit: null }, { key: 'fault' }],
    ['a silent sensor', { ...incident, value: null, failureMode: null }, { key: 'silent' }],
    ['a silent sensor whose last value was well', { ...incident, found: 'no-data' as const, value: { value: 0.1, unit: '[g]', ageMs: 600 } }, { key: 'silent' }],
    ['a fast change, whatever the failure mode', { ...incident, found: 'rate' as const, failureMode: mode('OHE') }, { key: 'found.rate' }],
    ['a zone, as a limit of the value', { ...incident, found: 'iso-zone' as const }, { key: 'vibration.times', ratio: 4.18 }],
    ['work whose date has passed', { ...incident, kind: 'order' as const }, { key: 'overdue' }],
    ['an order that asks', asking('verify'), { key: 'asks.verify' }],
    ['a fault that is back after its repair', asking('repair-did-not-hold', 'incident'), { key: 'asks.repair-did-not-hold' }],
    ['a fault whose order waits for approval', asking('approve', 'incident'), { key: 'vibration.times', ratio: 4.18 }],
    ['a new baseline above the old one', { ...incident, kind: 'baseline' as const, baseline: WORSE }, { key: 'baseline.worse' }],
    ['a new baseline outside the zones', { ...incident, kind: 'baseline' as const, baseline: { ...WORSE, finding: 'outside-zone' as const } }, { key: 'baseline.outside-zone' }],
    ['a silent source', { ...incident, kind: 'source' as const }, { key: 'source' }],
  ])('%s', (_name, situation, expected) => {
    expect(sentenceOf(situation)).toEqual(expected)
  })
})

describe('actionOf', () => {
  const all = (): boolean => true
  it.each([
    ['nobody assigned', incident, all, 'assign'],
    ['a technician starts it', incident, (permission: string) => permission !== 'work-order.assign', 'start'],
    ['one who only reads opens it', incident, (permission: string) => permission === 'work-order.read', 'open'],
    ['waiting for approval', asking('approve', 'incident'), all, 'approve'],
    ['begun without approval', asking('approve-late'), all, 'approve'],
    ['asking whether the repair held', asking('repair-did-not-hold', 'incident'), all, 'answer'],
    ['asking whether the alarm was right', asking('close'), all, 'answer'],
    ['waiting to be verified', asking('verify'), all, 'verify'],
    ['waiting to be closed', asking('finish'), all, 'finish'],
    ['a new baseline', { ...incident, kind: 'baseline' as const, order: null, baseline: WORSE }, all, 'decide'],
    ['being done', { ...incident, order: { ...order, status: 'in_progress' } }, all, 'open'],
    ['no order yet', { ...incident, order: null }, all, 'machine'],
    ['a silent source', { ...incident, kind: 'source' as const, order: null }, all, 'sources'],
    ['a silent source, for one who may not see sources', { ...incident, kind: 'source' as const, order: null }, () => false, undefined],
  ])('%s', (_name, situation, may, expected) => {
    expect(actionOf(situation, may)?.key).toBe(expected)
  })
})

describe('followsFrom', () => {
  it.each([
    ['a fault: its own consequence', incident, 'failure'],
    ['a new baseline beside an old one', { ...incident, baseline: WORSE }, 'baseline-old'],
    ['a new baseline alone', { ...incident, baseline: { ...WORSE, was: null } }, 'baseline-new'],
    ['a fault of which no consequence is known', { ...incident, failureMode: mode('VIB', null) }, null],
    ['a doubted repair: the fault goes on', asking('repair-did-not-hold'), 'failure'],
    ['a report without a failure mode', { ...asking('approve'), failureMode: null }, 'approve'],
    ['what is over: what an open question costs', asking('close'), 'close'],
    ['work that is done', asking('verify'), 'verify'],
  ] as const)('%s', (_name, situation, expected) => {
    expect(followsFrom(situation)).toBe(expected)
  })
})

describe('isOverdue', () => {
  const due = (at: string | null, more: Partial<Situation> = {}, status = 'approved'): boolean =>
    isOverdue({ ...incident, order: { ...order, dueAt: at, status }, ...more }, Date.parse('2026-11-26T10:00:00Z'))
  it('is what is not done after its date', () => {
    expect([due('2026-11-26T09:00:00Z'), due('2026-11-26T11:00:00Z'), due(null)]).toEqual([true, false, false])
    expect([due('2026-11-26T09:00:00Z', {}, 'completed'), due('2026-11-26T09:00:00Z', { settled: true }), due('2026-11-26T09:00:00Z', { order: null })]).toEqual([false, false, false])
  })
})

describe('countFleet', () => {
  it('does not count silent machines as able', () => {
    const asset = (status: string) => ({ id: status, tag: status, name: '', status, priority: null, acknowledged: false, value: null })
    const fleet = [{ line: 'A', assets: [asset('operating'), asset('unknown')] }, { line: 'B', assets: [asset('alarm'), asset('stopped')] }] as unknown as Fleet
    expect(countFleet(fleet)).toEqual({ able: 2, all: 4 })
  })
})
