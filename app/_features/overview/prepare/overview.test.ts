import { describe, expect, it } from 'vitest'
import { countFleet, type Fleet } from './fleet.ts'
import { actionOf, sentenceOf, type Situation } from './situation.ts'

const VIB = { code: 'VIB', name: 'Vibration' }
const incident = {
  kind: 'incident', id: 'i', priority: 2, acknowledged: false, assetId: 'a', assetTag: 'CT-301', assetName: 'Cooling-tower fan', criticality: 'B', line: 'Utilities',
  failureMode: VIB, consequence: null, since: '2026-11-26T09:30:00Z', value: { value: 2.09, unit: '[g]', ageMs: 600 }, limit: 0.5, spark: [],
  order: { id: 'o', number: 'WO-000431', status: 'approved', assignee: null },
} as Situation

describe('sentenceOf', () => {
  it.each([
    ['far beyond', { ...incident }, { key: 'vibration.times', ratio: 4.18 }],
    ['just beyond', { ...incident, value: { value: 0.6, unit: '[g]', ageMs: 0 } }, { key: 'vibration.over' }],
    ['too hot', { ...incident, failureMode: { code: 'OHE', name: '' }, value: { value: 55.5, unit: 'Cel', ageMs: 0 }, limit: 52 }, { key: 'heat.over', excess: 3.5, unit: 'Cel' }],
    ['too low', { ...incident, failureMode: { code: 'PDE', name: '' }, value: { value: 45, unit: '[degF]', ageMs: 0 }, limit: 60 }, { key: 'value.below', unit: '[degF]' }],
    ['without a limit', { ...incident, limit: null }, { key: 'fault' }],
    ['a silent sensor', { ...incident, value: null, failureMode: null }, { key: 'silent' }],
    ['an order of its own', { ...incident, kind: 'order' as const }, { key: 'order' }],
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
    ['waiting for approval', { ...incident, order: { id: 'o', number: 'WO-1', status: 'requested', assignee: null } }, all, 'approve'],
    ['being done', { ...incident, order: { id: 'o', number: 'WO-1', status: 'in_progress', assignee: null } }, all, 'open'],
    ['no order yet', { ...incident, order: null }, all, 'machine'],
    ['a silent source', { ...incident, kind: 'source' as const, order: null }, all, 'sources'],
    ['a silent source, for one who may not see sources', { ...incident, kind: 'source' as const, order: null }, () => false, undefined],
  ])('%s', (_name, situation, may, expected) => {
    expect(actionOf(situation, may)?.key).toBe(expected)
  })
})

describe('countFleet', () => {
  it('does not count silent machines as able', () => {
    const asset = (status: string) => ({ id: status, tag: status, name: '', status, priority: null, acknowledged: false, value: null })
    const fleet = [{ line: 'A', assets: [asset('operating'), asset('unknown')] }, { line: 'B', assets: [asset('alarm'), asset('stopped')] }] as unknown as Fleet
    expect(countFleet(fleet)).toEqual({ able: 2, all: 4 })
  })
})
