import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeOrder } from '#app/_lib/tablet/outbox/make-order.ts'
import { birthOf, bornOrder } from '#app/_lib/tablet/seen/born.ts'
import { seenOrder, type SeenOrder } from '#app/_lib/tablet/seen/fold.ts'
import { openTabletDb, type StoredOperation } from '#app/_lib/tablet/store/db.ts'
import type { OrderView, TabletAsset, TabletPerson } from '#app/_lib/tablet/types.ts'
import type { CommandName } from '#server/core/work-orders/enums.ts'
import { takeOperations } from '#server/flows/sync/index.ts'
import { enrolDevice, type Device } from '#server/modules/tablets/index.ts'
import { getOrder } from '#server/modules/work-orders/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { orderPlant, type OrderPlant } from './support/order-plant.ts'

const database = useTestDatabase()
const second: TabletAsset = { id: newId(), parentId: null, siteId: '', tag: 'CT-302', name: 'Second fan', level: 'machine', criticality: 'C', className: 'Fan' }
const partId = newId()
let plant: OrderPlant
let device: Device
let me: TabletPerson
let fan: TabletAsset
beforeAll(async () => {
  plant = await orderPlant(database)
  await plant.insert('asset', { id: second.id, site_id: plant.siteId, class_id: plant.classId, tag: second.tag, name: second.name, level: 'machine' })
  await plant.insert('part', { id: partId, number: 'BELT-1', name: 'Belt', unit: 'pc' })
  ;({ device } = await enrolDevice(plant.actor('technician'), { name: 'Hall 3', platform: 'Android' }, null))
  const { personId, name, orgId, grants } = plant.actor('technician')
  me = { id: personId, name, locale: 'en', orgId, grants }
  fan = { id: plant.assetId, parentId: null, siteId: plant.siteId, tag: 'CT-301', name: 'Cooling-tower fan', level: 'machine', criticality: 'C', className: 'Fan' }
})

const viewOf = async (id: string): Promise<OrderView> => JSON.parse(JSON.stringify(await getOrder(plant.actor('technician'), id)))
const send = (operations: readonly StoredOperation[]) =>
  takeOperations(device, {
    sentAt: new Date(), waiting: operations.length, oldestAt: null,
    operations: operations.map(({ entityKind: kind, entityId: id, ...operation }) => ({ ...operation, entity: { kind, id } })),
  })

/** What a person sees of an order that must be the same before the server has heard of it and after. */
const shown = ({ order, asset, parts, kit, witnesses, labour }: OrderView | SeenOrder) => ({
  said: [order.title, order.description, order.dueAt, order.status, order.kind, order.source, order.priority], machine: asset.tag,
  times: [order.workStartedAt, order.workFinishedAt, order.completedAt], by: [order.createdBy?.id, order.completedBy?.id, order.assignee?.id],
  parts: parts.map((part) => [part.kind, part.partId, part.name, part.quantity, part.takenAt, part.by]), kit: kit.map((one) => [one.name, one.rest]), witnesses,
  worked: labour.entries.map((entry) => [entry.startedAt, entry.endedAt]),
})

describe('what the tablet shows while it waits is what the server shows afterwards', () => {
  test('of parts, edits, witnesses, machines and the rest that is carried over', async () => {
    const id = await plant.order('supervisor')
    await plant.run('supervisor', id, { name: 'planPart', payload: { description: 'Grease', quantity: '2', unit: 'kg' } })
    const before = await viewOf(id)
    const began = Date.now() - 3_600_000
    const taken = newId()
    const commands: readonly (readonly [CommandName, object, Partial<StoredOperation>?])[] = [
      ['start', {}], ['usePart', { partId, description: 'Belt', quantity: '2', unit: 'pc' }, { opId: taken }], ['returnPart', { useId: taken, quantity: '1' }],
      ['usePart', { fromKit: before.kit[0]?.id, quantity: '0.5' }], ['meToo', { note: 'squeals' }],
      ['edit', { changes: { title: { from: before.order.title, to: 'Belt slips' }, description: { from: null, to: 'at the drive' }, dueAt: { from: before.order.dueAt, to: '2031-05-04T08:30:00.000Z' } } }],
      ['moveAsset', { assetId: second.id }, { place: second }], ['carryRest', { effect: 'degraded', itemCode: 'BLADES', modeCode: 'VIB', activityCode: 'CLEAN', title: 'Rest: grease' }],
    ]
    const operations = commands.map(([name, fields, more], index): StoredOperation => ({
      opId: newId(), seq: index + 1, personId: me.id, entityId: id, entityKind: 'work-order', baseVersion: 1, kind: 'order.command', payload: { name, fields }, at: new Date(began + index * 60_000).toISOString(),
      zone: 'Europe/Berlin', schema: 1, needs: [], heldUntil: null, state: 'waiting', answer: null, answeredAt: null, ...more,
    }))
    const seen = seenOrder(before, operations, me, new Map([[me.id, me]]))
    expect((await send(operations)).map(({ outcome }) => outcome)).toEqual(commands.map(() => 'applied'))
    expect(shown(seen)).toEqual(shown(await viewOf(id)))
  })

  test.each([
    { kind: 'order.request', payload: { title: 'Belt squeals', description: 'only when cold', stopped: true, danger: false } },
    { kind: 'order.request', payload: { title: 'Sparks', stopped: true, danger: true } },
    { kind: 'order.done', payload: { title: 'Greased', kind: 'preventive', minutes: 15, findings: { causeNote: 'Greased' } } },
    { kind: 'order.done', payload: { title: 'Greased', kind: 'preventive', minutes: 60, findings: { workStartedAt: '2026-11-20T07:00:00.000Z', workFinishedAt: '2026-11-20T08:00:00.000Z' } } },
  ] as const)('of an order that it made: $kind, $payload.title', async ({ kind, payload }) => {
    const db = openTabletDb(`seen-${newId()}`)
    const made = await makeOrder(db, { personId: me.id, kind, payload: { ...payload, assetId: plant.assetId } }, new Date(Date.now() - 7_200_000))
    const birth = birthOf(made)
    if (!birth) throw new Error('no birth')
    const born = seenOrder(bornOrder(birth, fan, me, '', null), [made], me, new Map([[me.id, me]]))
    expect(born.order).toMatchObject({ number: made.provisionalNumber, provisionalNumber: made.provisionalNumber })
    expect((await send([made])).map(({ outcome }) => outcome)).toEqual(['applied'])
    const { by: _, said, ...now } = shown(await viewOf(made.entityId))
    const { by: __, said: saidBorn, ...then } = shown(born)
    // Until when it should be done is for the server to say.
    expect([saidBorn.toSpliced(2, 1), then]).toEqual([said.toSpliced(2, 1), now])
    db.close()
  })
})
