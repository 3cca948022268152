import { describe, expect, it } from 'vitest'
import type { IsolationAct, IsolationEvent } from '#server/core/isolation/events.ts'
import type { PlanContent } from '#server/core/isolation/plan.ts'
import { stateOf } from '#server/core/isolation/state.ts'
import type { SeenIsolation } from '../../../../_lib/tablet/seen/safety.ts'
import { blockOf } from './blocked.ts'
import { heldFor } from './held.ts'
import { nextAct, sideActs } from './next-act.ts'
import { standingOf } from './standing.ts'

const CONTENT: PlanContent = {
  prepare: 'Tell', told: [], stop: 'Stop', tryStart: 'Start',
  energies: [{ id: 'e', type: 'pneumatic', magnitude: '6 bar', device: 'V1', location: 'Line', photoId: null, zero: 'Gauge at 0', stored: { what: 'Air', release: 'Vent' } }],
}
const step = (stepId: string): IsolationAct => ({ type: 'step-confirmed', data: { stepId } })
const BEGUN: IsolationAct = { type: 'begun', data: {} }
const BEFORE = [BEGUN, ...['prepare', 'stop', 'isolate:e', 'lock:e'].map(step)]
const VERIFY = ['release:e', 'verify:e', 'try-start'].map(step)
const CLEAR = { toolsClear: true, peopleTold: true } as const
const END: IsolationAct = { type: 'ended', data: CLEAR }
const LIFT: IsolationAct = { type: 'lifted', data: { ...CLEAR, reason: 'Run' } }
const on = (who: string) => [who, { type: 'lock-on', data: { lock: '1' } }] as const
const off = (who: string) => [who, { type: 'lock-off', data: {} }] as const
type Told = IsolationAct | readonly [string, IsolationAct]

const isolationOf = (told: readonly Told[]): SeenIsolation | null => {
  if (told.length === 0) return null
  const events = told.map((one, index): IsolationEvent => {
    const [personId, act] = 'type' in one ? ['anna', one] as const : one
    return { ...act, id: String(index), at: new Date(index), personId, late: false }
  })
  return { planVersion: 1, content: CONTENT, events, state: stateOf(CONTENT, events) }
}
const plan = { version: 1, content: CONTENT }
const WHOLE: readonly Told[] = [...BEFORE, on('anna'), ...VERIFY]

describe.each<{ name: string; told: readonly Told[]; who?: string; next: string; side: readonly string[]; standing: string }>([
  { name: 'nothing was begun', told: [], next: 'begin', side: [], standing: 'none' },
  { name: 'the first step waits', told: [BEGUN], next: 'step prepare', side: [], standing: 'isolating' },
  { name: 'energies are to be cut off', told: BEFORE.slice(0, 3), next: 'step isolate:e', side: ['return'], standing: 'isolating' },
  { name: 'every device is locked', told: BEFORE, next: 'lock-on', side: ['return'], standing: 'isolating' },
  { name: 'the own lock is on', told: [...BEFORE, on('anna')], next: 'step release:e', side: ['lock-off'], standing: 'isolating' },
  { name: 'only a colleague has locked', told: [...BEFORE, on('anna')], who: 'ben', next: 'lock-on', side: [], standing: 'isolating' },
  { name: 'it is verified', told: WHOLE, next: 'work', side: ['lock-off'], standing: 'isolated' },
  { name: 'it is verified, by a colleague', told: WHOLE, who: 'ben', next: 'lock-on', side: [], standing: 'isolated' },
  { name: 'one of two locks is off', told: [...WHOLE, on('ben'), off('anna')], who: 'anna', next: 'wait', side: ['lock-on'], standing: 'isolated' },
  { name: 'the last lock is off', told: [...WHOLE, off('anna')], next: 'return', side: ['lock-on', 'lift'], standing: 'isolating' },
  { name: 'it is lifted for a test run', told: [...WHOLE, off('anna'), LIFT], next: 'restore', side: ['return'], standing: 'lifted' },
  { name: 'it is restored', told: [...WHOLE, off('anna'), LIFT, { type: 'restored', data: {} }], next: 'step prepare', side: [], standing: 'isolating' },
  { name: 'it is over', told: [...WHOLE, off('anna'), END], next: 'begin', side: [], standing: 'ended' },
  { name: 'it is over, and the own lock was found to be on', told: [...WHOLE, END], next: 'lock-off', side: [], standing: 'ended' },
])('when $name', ({ told, who = 'anna', next, side, standing }) => {
  const safety = { plan, isolation: isolationOf(told) }
  it(`leads to ${next}`, () => {
    const act = nextAct(safety, who)
    expect(act.kind === 'step' ? `step ${act.step.id}` : act.kind).toBe(next)
    expect(sideActs(safety, who, act)).toEqual(side)
    expect(standingOf(safety).kind).toBe(standing)
  })
})

describe('a machine without a plan', () => {
  it('cannot be isolated from here', () => {
    expect(nextAct({ plan: null, isolation: null }, 'anna')).toEqual({ kind: 'no-plan' })
  })
})

describe('blockOf', () => {
  it.each([
    { name: 'a step that is not marked', told: [], isolated: false, block: null },
    { name: 'before the isolation', told: [], isolated: true, block: 'task-not-isolated' },
    { name: 'while it is made', told: BEFORE, isolated: true, block: 'task-not-verified' },
    { name: 'with the own lock on', told: WHOLE, isolated: true, block: null },
    { name: 'under a colleague\'s lock only', told: WHOLE, isolated: true, who: 'ben', block: 'task-own-lock' },
    { name: 'in a test run', told: [...WHOLE, off('anna'), LIFT], isolated: true, block: 'task-lifted' },
    { name: 'after it', told: [...WHOLE, off('anna'), END], isolated: true, block: 'task-not-isolated' },
  ])('$name', ({ told, isolated, who = 'anna', block }) => {
    expect(blockOf({ safety: { plan, isolation: isolationOf(told), permits: [], guards: [], names: {} } }, { isolated }, who)).toBe(block)
  })
})

describe('heldFor', () => {
  const guards = [{ kind: 'lock', own: true, order: 'WO-1', name: 'Anna' }, { kind: 'permit', own: false, order: 'WO-2', name: 'PTW-1' }] as const
  const seen = (own: boolean) => ({ order: { status: 'in_progress' }, safety: { plan, isolation: null, permits: [], guards: guards.filter((guard) => guard.own || !own), names: {} } }) as unknown as Parameters<typeof heldFor>[0]
  it.each([
    { name: 'closing, by the own lock', command: { name: 'close', payload: {} } as const, own: true, held: ['Anna'] },
    { name: 'closing with a return to service, by everything at the machine', command: { name: 'close', payload: { returnedAt: new Date(0) } } as const, own: false, held: ['Anna', 'PTW-1'] },
    { name: 'reporting done, by nothing: work may be over while locks come off', command: { name: 'complete', payload: {} } as const, own: false, held: [] },
  ])('holds $name', ({ command, own, held }) => {
    expect(heldFor(seen(own), command).map(({ name }) => name)).toEqual(held)
  })
})
