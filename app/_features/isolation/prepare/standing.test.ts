import { describe, expect, it } from 'vitest'
import { ownActs, standingOf } from './standing.ts'
import type { Isolation } from './view.ts'

const step = (id: string, stage: Isolation['steps'][number]['stage'], done: boolean) =>
  ({ id, stage, energyId: null, done: done ? { person: { id: 'tom', name: 'Tom' }, at: '2026-01-01T00:00:00Z', tag: null } : null })
const lock = (id: string) => ({ person: { id, name: id }, lock: '17', since: '2026-01-01T00:00:00Z' })
const isolation = (more: Partial<Isolation>): Isolation => ({
  id: 'i', planVersion: 1, content: { prepare: '', told: [], stop: '', energies: [], tryStart: '' }, begunAt: '2026-01-01T00:00:00Z', begunBy: { id: 'tom', name: 'Tom' }, endedAt: null,
  phase: 'isolating', round: 1, steps: [step('prepare', 'prepare', true), step('isolate:a', 'isolate', false), step('isolate:b', 'isolate', true)], next: 'isolate:a', locks: [], flags: [], ...more,
})
const plan = { version: 1, content: isolation({}).content }
const cutOff = [step('isolate:a', 'isolate', true)]

describe('standingOf', () => {
  it.each([
    ['without a plan', { plan: null, isolation: null }, { kind: 'no-plan' }], ['before it', { plan, isolation: null }, { kind: 'none' }],
    ['while it is made', { plan, isolation: isolation({}) }, { kind: 'isolating', done: 2, all: 3, open: 1 }],
    ['in force', { plan, isolation: isolation({ phase: 'isolated', locks: [lock('tom')] }) }, { kind: 'isolated', locks: 1 }],
    ['lifted', { plan, isolation: isolation({ phase: 'lifted' }) }, { kind: 'lifted' }], ['over', { plan, isolation: isolation({ phase: 'ended' }) }, { kind: 'ended' }],
  ] as const)('%s', (_name, view, standing) => { expect(standingOf(view)).toEqual(standing) })
})

describe('ownActs', () => {
  it.each([
    ['nothing before it began', null, true, null, []], ['nothing without the permission', isolation({ steps: cutOff }), false, null, []],
    ['no lock before everything is cut off', isolation({}), true, null, ['lift', 'end']], ['a lock afterwards', isolation({ steps: cutOff }), true, 'put-on', ['lift', 'end']],
    ['one\'s own lock comes off', isolation({ steps: cutOff, locks: [lock('tom')] }), true, 'take-off', []],
    ['another joins', isolation({ steps: cutOff, locks: [lock('sue')], phase: 'isolated' }), true, 'put-on', []],
    ['restored or ended after a test run', isolation({ phase: 'lifted' }), true, null, ['restore', 'end']],
    ['a lock that was forgotten', isolation({ phase: 'ended', locks: [lock('tom')] }), true, 'take-off', []],
  ] as const)('%s', (_name, one, execute, own, others) => { expect(ownActs(one, 'tom', execute)).toEqual({ lock: own, others }) })
})
