import { describe, expect, it } from 'vitest'
import type { TabletShift, ToldHandover, ToldRepair } from '#server/core/handover/on-tablet.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import { seenShift } from '../../../../_lib/tablet/seen/shift.ts'
import type { StoredOperation } from '../../../../_lib/tablet/store/db.ts'
import type { TabletAsset } from '../../../../_lib/tablet/types.ts'
import { contentOf, isNothing } from './content.ts'

const asset = (id: string, parentId: string | null, level: string): TabletAsset => ({ id, parentId, siteId: 's', tag: id.toUpperCase(), name: `Name of ${id}`, level, criticality: 'C', className: null })
const assets = new Map([asset('hall', null, 'area'), asset('yard', null, 'area'), asset('fan', 'hall', 'machine'), asset('motor', 'fan', 'component'), asset('pump', 'yard', 'machine')].map((one) => [one.id, one]))
const repair = (id: string, assetId: string): ToldRepair => ({ id, siteId: 's', what: `Clamp ${id}`, risk: 'high', riskNote: null, asset: { id: assetId, tag: '', name: '' }, owner: { id: 'a', name: 'Anna' }, expiresAt: '2026-11-09T08:00:00Z', order: null })
const handover = (id: string, signedBy: string): ToldHandover => ({
  id, siteId: 's', shift: 'night', text: 'Calm', signedBy: { id: signedBy, name: signedBy }, signedAt: '2026-11-02T06:00:00Z', acknowledged: null,
  content: { takenAt: '2026-11-02T06:00:00Z', place: { site: 'Works', area: null }, orders: [], locks: [], permits: [], repairs: [], machines: [] },
})
const told: TabletShift = {
  stamp: '1', handovers: [handover('h1', 'anna')], repairs: [repair('r1', 'motor'), repair('r2', 'pump')],
  machines: [{ siteId: 's', machine: { id: 'fan', tag: 'FAN', name: 'Fan' }, priority: 2, alarms: 1, since: '2026-11-02T05:00:00Z' }],
  places: [{ siteId: 's', name: 'Works', timeZone: 'Europe/Berlin', areas: [{ id: 'hall', tag: 'H', name: 'Hall' }] }],
}
const ASKED = '2026-11-02T07:00:00.000Z'
const operation = (kind: string, entityId: string, payload: object, more: Partial<StoredOperation> = {}): StoredOperation => ({
  opId: `op-${entityId}-${kind}`, seq: 1, personId: 'ben', entityId, entityKind: 'handover', baseVersion: 0, kind, payload, at: '2026-11-02T07:30:00Z', zone: 'UTC', schema: 1, needs: [], heldUntil: null,
  state: 'waiting', answer: null, answeredAt: null, ...more,
})
const known = { people: new Map([['ben', { id: 'ben', name: 'Ben', locale: 'en', orgId: 'o', grants: [] }]]), assets }
const seen = (...operations: StoredOperation[]) => seenShift({ told, askedAt: ASKED }, operations, known)

describe('seenShift', () => {
  it('shows a handover that was signed here, with what was known then', () => {
    const content = contentOf({ siteId: 's', areaId: 'hall' }, [], seen(), assets)
    const [first, ...rest] = seen(operation('handover.sign', 'h2', { siteId: 's', areaId: 'hall', shift: 'early', text: 'Busy', knownAt: ASKED, content })).handovers
    expect(first).toMatchObject({ id: 'h2', shift: 'early', signedBy: { name: 'Ben' }, waiting: true, content: { takenAt: ASKED, place: { site: 'Works', area: 'Hall' }, repairs: [{ id: 'r1' }] } })
    expect(rest.map(({ id }) => id)).toEqual(['h1'])
  })

  it('is taken over by another person, once', () => {
    const one = seen(operation('handover.acknowledge', 'h1', { note: 'Seen' }), operation('handover.acknowledge', 'h1', {}, { seq: 2, personId: 'cleo' }))
    expect(one.handovers[0]?.acknowledged).toEqual({ by: { id: 'ben', name: 'Ben' }, at: '2026-11-02T07:30:00Z', note: 'Seen' })
  })

  it('registers and removes temporary repairs', () => {
    const shift = seen(operation('repair.register', 'r3', { assetId: 'fan', what: 'Tape', risk: 'low', ownerId: 'ben', expiresAt: '2026-11-05T08:00:00Z' }), operation('repair.remove', 'r1', {}, { seq: 2 }))
    expect(shift.repairs.map(({ id, waiting }) => [id, waiting])).toEqual([['r2', false], ['r3', true]])
    expect(shift.repairs[1]).toMatchObject({ asset: { tag: 'FAN' }, owner: { name: 'Ben' }, risk: 'low' })
  })

  it.each([
    { name: 'the server took in before the tablet asked last', more: { state: 'done', answeredAt: '2026-11-02T06:59:00.000Z' }, repairs: ['r1', 'r2'] },
    { name: 'the server took in since', more: { state: 'done', answeredAt: '2026-11-02T07:01:00.000Z' }, repairs: ['r2'] },
    { name: 'the server refused', more: { state: 'asks', answeredAt: '2026-11-02T07:01:00.000Z' }, repairs: ['r1', 'r2'] },
  ] as const)('counts what $name rightly', ({ more, repairs }) => {
    expect(seen(operation('repair.remove', 'r1', {}, more)).repairs.map(({ id }) => id)).toEqual(repairs)
  })
})

describe('contentOf', () => {
  const order = (number: string, assetId: string, status: string, priority: number, more: object = {}) => ({
    order: { number, title: `Do ${number}`, text: null, status, priority, holdReason: null, assignee: { id: 'a', name: 'Anna' } }, site: { id: 's' }, asset: { id: assetId, tag: assetId, name: assetId }, safety: null, ...more,
  }) as unknown as SeenOrder
  const locked = {
    safety: {
      names: { ben: 'Ben' }, isolation: { state: { phase: 'isolated', locks: [{ personId: 'ben', lock: 'red 7', since: new Date('2026-11-02T05:30:00Z') }] } },
      permits: [{ number: 'PTW-1', kind: 'height', status: 'issued', performer: { id: 'ben', name: 'Ben' }, to: ASKED }, { number: 'PTW-2', kind: 'height', status: 'closed', performer: { id: 'ben', name: 'Ben' }, to: ASKED }],
    },
  }
  const orders = [order('WO-1', 'fan', 'in_progress', 3, locked), order('WO-2', 'motor', 'planned', 2), order('WO-3', 'fan', 'planned', 3), order('WO-4', 'pump', 'on_hold', 4), order('WO-5', 'fan', 'closed', 1)]

  it('gathers the whole site', () => {
    const content = contentOf({ siteId: 's', areaId: null }, orders, seen(), assets)
    expect(content.orders.map(({ number }) => number)).toEqual(['WO-1', 'WO-2', 'WO-4'])
    expect(content.locks).toEqual([{ person: 'Ben', lock: 'red 7', since: '2026-11-02T05:30:00.000Z', phase: 'isolated', order: 'WO-1', machine: { id: 'fan', tag: 'fan', name: 'fan' } }])
    expect(content.permits.map(({ number }) => number)).toEqual(['PTW-1'])
    expect([content.repairs.length, content.machines.length]).toEqual([2, 1])
  })

  it('keeps to an area, with everything below it', () => {
    const hall = contentOf({ siteId: 's', areaId: 'hall' }, orders, seen(), assets)
    expect([hall.orders.map(({ number }) => number), hall.repairs.map(({ id }) => id), hall.machines.length]).toEqual([['WO-1', 'WO-2'], ['r1'], 1])
    const yard = contentOf({ siteId: 's', areaId: 'yard' }, orders, seen(), assets)
    expect([yard.orders.map(({ number }) => number), yard.locks, yard.repairs.map(({ id }) => id), yard.machines]).toEqual([['WO-4'], [], ['r2'], []])
  })

  it('is nothing at another site', () => {
    expect(isNothing(contentOf({ siteId: 'elsewhere', areaId: null }, orders, seen(), assets))).toBe(true)
  })
})
