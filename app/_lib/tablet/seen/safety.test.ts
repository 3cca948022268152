import { describe, expect, it } from 'vitest'
import type { IsolationAct } from '#server/core/isolation/events.ts'
import type { TabletSafety, ToldEvent, ToldPermit } from '#server/core/isolation/on-tablet.ts'
import type { PlanContent } from '#server/core/isolation/plan.ts'
import type { StoredOperation } from '../store/db.ts'
import { seenSafety } from './safety.ts'

const PLAN: PlanContent = {
  prepare: 'Close the damper', told: ['Shift lead'], stop: 'Stop it', tryStart: 'Press start',
  energies: [{ id: 'main', type: 'electrical', magnitude: '400 V', device: 'Q1', location: 'Cabinet 3', photoId: null, zero: 'No voltage', stored: null }],
}
const STEPS = ['prepare', 'stop', 'isolate:main', 'lock:main'].map((stepId): IsolationAct => ({ type: 'step-confirmed', data: { stepId } }))
const VERIFY = ['verify:main', 'try-start'].map((stepId): IsolationAct => ({ type: 'step-confirmed', data: { stepId } }))
const BEGUN: IsolationAct = { type: 'begun', data: {} }
const ON: IsolationAct = { type: 'lock-on', data: { lock: 'red 7' } }
const OFF: IsolationAct = { type: 'lock-off', data: {} }
const END: IsolationAct = { type: 'ended', data: { toolsClear: true, peopleTold: true } }
const WHOLE = [BEGUN, ...STEPS, ON, ...VERIFY]

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 2, 8, minute)).toISOString()
const events = (acts: readonly IsolationAct[], personId = 'anna'): ToldEvent[] => acts.map((act, minute) => ({ ...act, opId: `told-${minute}`, at: at(minute), personId, late: false }))
const told = (acts: readonly IsolationAct[], more: Partial<TabletSafety> = {}): TabletSafety => ({
  plan: { version: 2, content: PLAN }, isolation: acts.length === 0 ? null : { id: 'i', planVersion: 1, content: PLAN, events: events(acts) },
  permits: [], guards: [], names: { anna: 'Anna' }, taken: acts.map((_, minute) => `told-${minute}`), ...more,
})
const operation = (kind: string, payload: unknown, seq: number, more: Partial<StoredOperation> = {}): StoredOperation => ({
  opId: `op-${seq}`, seq, personId: 'ben', entityId: 'o', entityKind: 'work-order', baseVersion: 1, kind, payload, at: at(40 + seq), zone: 'UTC', schema: 1, needs: [], heldUntil: null,
  state: 'waiting', answer: null, answeredAt: null, ...more,
})
const acts = (list: readonly IsolationAct[], more: Partial<StoredOperation> = {}): StoredOperation[] =>
  list.map(({ type, data }, index) => operation('isolation.act', { type, data, late: true }, index + 1, more))
const PEOPLE = new Map([['ben', { id: 'ben', name: 'Ben', locale: 'en', orgId: 'org', grants: [] }]])
const seen = (safety: TabletSafety | null, operations: readonly StoredOperation[] = []) => seenSafety(safety, { number: 'WO-000001' }, operations, PEOPLE)
const guards = (safety: TabletSafety, operations: readonly StoredOperation[] = []): string[] => (seen(safety, operations)?.guards ?? []).map(({ kind, name, order }) => `${kind} ${name} ${order}`)

describe('seenSafety', () => {
  it('is nothing where an order has nothing to do with it', () => {
    expect(seen(null, acts([BEGUN]))).toBeNull()
  })

  it('isolates from the beginning on this tablet, by the plan in force', () => {
    const { isolation, guards: on } = seen(told([]), acts(WHOLE)) ?? {}
    expect(isolation).toMatchObject({ planVersion: 2, state: { phase: 'isolated', locks: [{ personId: 'ben', lock: 'red 7' }], flags: [] } })
    expect(on).toEqual([{ kind: 'lock', own: true, order: 'WO-000001', name: 'Ben' }, { kind: 'isolation', own: true, order: 'WO-000001', name: 'WO-000001' }])
  })

  it('adds a second lock to the first, whatever the clocks say', () => {
    const behind = acts([ON], { at: at(-30) })
    expect(seen(told(WHOLE), behind)?.isolation?.state).toMatchObject({ phase: 'isolated', locks: [{ personId: 'anna' }, { personId: 'ben' }], flags: [] })
    expect(guards(told(WHOLE), behind)).toEqual(['lock Anna WO-000001', 'lock Ben WO-000001', 'isolation WO-000001 WO-000001'])
  })

  it('counts what the server has taken in once: here until it is told, and then as it is told', () => {
    const [on] = acts([ON], { state: 'done', opId: 'told-8' })
    const server = told(WHOLE)
    const withBoth = told([...WHOLE, ON], { isolation: { id: 'i', planVersion: 1, content: PLAN, events: [...events(WHOLE), ...events([ON], 'ben').map((event) => ({ ...event, opId: 'told-8', at: at(8) }))] } })
    for (const safety of [server, withBoth]) expect(seen(safety, on ? [on] : [])?.isolation?.state.locks.map(({ personId }) => personId)).toEqual(['anna', 'ben'])
  })

  it('does not count what the server refused', () => {
    expect(seen(told(WHOLE), acts([ON], { state: 'asks' }))?.isolation?.state.locks).toHaveLength(1)
  })

  it('leaves an isolation that somebody else began as it is, and begins anew after an ended one', () => {
    expect(seen(told(WHOLE), acts([BEGUN]))?.isolation).toMatchObject({ planVersion: 1, state: { phase: 'isolated' } })
    expect(seen(told([...WHOLE, OFF, END]), acts([BEGUN]))?.isolation).toMatchObject({ planVersion: 2, state: { phase: 'isolating', locks: [] } })
  })

  it('is free of the own isolation once it is over, and keeps what others have on', () => {
    const other = { kind: 'lock' as const, own: false, order: 'WO-000009', name: 'Cleo' }
    expect(guards(told([...WHOLE, OFF], { guards: [other] }), acts([END]))).toEqual(['lock Cleo WO-000009'])
  })

  it('leaves out an act of another edition', () => {
    expect(seen(told(WHOLE), [operation('isolation.act', { type: 'blessed', data: {} }, 1), operation('isolation.act', { type: 'lock-on', data: {} }, 2)])?.isolation?.events).toHaveLength(WHOLE.length)
  })
})

describe('permits on this tablet', () => {
  const permit: ToldPermit = {
    id: 'p', number: 'PTW-000004', kind: 'hot-work', status: 'issued', work: 'Weld', from: at(0), to: at(59), issuer: { id: 'anna', name: 'Anna' }, performer: { id: 'ben', name: 'Ben' },
    precautions: [], gasTests: [{ gas: 'LEL', value: 2, unit: '%', low: null, high: 10, at: at(1), by: 'Anna' }],
  }
  const act = (name: string, fields: object, seq = 1, personId = 'ben') => operation('permit.act', { id: 'p', name, fields, late: true }, seq, { personId })
  const one = (...operations: StoredOperation[]) => seen(told([], { permits: [permit] }), operations)?.permits[0]

  it.each([
    { name: 'as the server told it', operations: [], expected: { status: 'issued', waiting: false } },
    { name: 'stopped by whoever sees a danger', operations: [act('suspend', { reason: 'Smoke' }, 1, 'cleo')], expected: { status: 'suspended', waiting: true } },
    { name: 'handed back by who works under it', operations: [act('handBack', {})], expected: { status: 'handed-back' } },
    { name: 'not handed back by another', operations: [act('handBack', {}, 1, 'cleo')], expected: { status: 'issued' } },
    { name: 'stopped by a gas outside its limits', operations: [act('gasTest', { readings: [{ gas: 'LEL', value: 12 }] })], expected: { status: 'suspended', gasTests: [{ by: 'Anna' }, { by: 'Ben', value: 12 }] } },
    { name: 'not extended without a network', operations: [act('extend', { to: at(90) })], expected: { status: 'issued', to: at(59) } },
  ])('are $name', ({ operations, expected }) => {
    expect(one(...operations)).toMatchObject(expected)
  })

  it('keep the machine from service until they are closed', () => {
    expect(guards(told([], { permits: [permit, { ...permit, id: 'q', number: 'PTW-000005', status: 'closed' }] }), [act('handBack', {})])).toEqual(['permit PTW-000004 WO-000001'])
  })
})
