import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { seenOrder, type SeenOrder } from '#app/_lib/tablet/seen/fold.ts'
import type { StoredOperation } from '#app/_lib/tablet/store/db.ts'
import type { OrderView, TabletPerson } from '#app/_lib/tablet/types.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { takeOperations } from '#server/flows/sync/index.ts'
import { enrolDevice, type Device } from '#server/modules/tablets/index.ts'
import { getOrder } from '#server/modules/work-orders/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { orderPlant, type OrderPlant } from './support/order-plant.ts'

const database = useTestDatabase()
const AUTHORS = ['technician', 'supervisor'] as const satisfies readonly Role[]
let plant: OrderPlant
let device: Device
beforeAll(async () => {
  plant = await orderPlant(database)
  let credential = null
  for (const role of AUTHORS) ({ device, credential } = await enrolDevice(plant.actor(role), { name: 'Hall 3', platform: 'Android' }, credential))
})

const FOUND = { effect: 'degraded', itemCode: 'BLADES', modeCode: 'VIB', activityCode: 'CLEAN', causeNote: 'dust' }
const COMMANDS = [
  ['start', {}], ['hold', { reason: 'part' }], ['resume', {}], ['joinTimer', { activity: 'diagnostic' }], ['stopTimer', {}], ['comment', { text: 'Belt worn' }], ['complete', FOUND], ['close', FOUND],
  ['logTime', { minutes: 30 }], ['recordDowntime', { from: '2026-11-01T07:00:00.000Z', to: '2026-11-01T07:45:00.000Z', reason: 'repair', planned: false }],
] as const
const START = Date.parse('2026-11-01T08:00:00Z')

const personOf = (role: Role): TabletPerson => {
  const { personId, name, orgId, grants } = plant.actor(role)
  return { id: personId, name, locale: 'en', orgId, grants }
}

interface Done { readonly by: (typeof AUTHORS)[number]; readonly command: (typeof COMMANDS)[number] }

const operationsOf = (orderId: string, done: readonly Done[]): StoredOperation[] => done.map(({ by, command: [name, fields] }, index) => ({
  opId: newId(), seq: index + 1, personId: plant.people[by], entityId: orderId, entityKind: 'work-order', baseVersion: 1, kind: 'order.command', payload: { name, fields },
  at: new Date(START + index * 600_000).toISOString(), zone: 'Europe/Berlin', schema: 1, needs: [], heldUntil: null, state: 'waiting', answer: null, answeredAt: null,
}))

/** What a person sees of an order: what must not change when the server has taken the work in. */
const shown = ({ order, labour, downtime, history, proposals, allowed }: OrderView | SeenOrder) => ({
  status: order.status, assignee: order.assignee?.id, hold: order.holdReason, breakIn: order.breakIn, completedBy: order.completedBy?.id,
  found: [order.effect, order.itemCode, order.modeCode, order.activityCode, order.causeNote], times: [order.workStartedAt, order.workFinishedAt],
  timers: labour.entries.map((entry) => [entry.person.id, entry.startedAt, entry.endedAt, entry.activity].join(' ')).toSorted(),
  standstills: downtime.map((one) => [one.from, one.to, one.reason, one.planned, one.by].join(' ')).toSorted(),
  comments: history.filter((event) => event.type === 'commented').map((event) => event.data['text']), proposals, allowed,
})

test('what the tablet shows while it waits is what the server shows once it has taken everything in', async () => {
  const done = fc.array(fc.record({ by: fc.constantFrom(...AUTHORS), command: fc.constantFrom(...COMMANDS) }), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(done, async (plan) => {
      const id = await plant.order('supervisor')
      const before: OrderView = JSON.parse(JSON.stringify(await getOrder(plant.actor('technician'), id)))
      const operations = operationsOf(id, plan)
      const seen = seenOrder(before, operations, personOf('technician'), new Map(AUTHORS.map((role) => [plant.people[role], personOf(role)])))
      const wire = operations.map(({ opId, seq, personId, entityKind, entityId, baseVersion, kind, payload, at, zone, schema, needs }) =>
        ({ opId, seq, personId, entity: { kind: entityKind, id: entityId }, baseVersion, kind, payload, at, zone, schema, needs }))
      await takeOperations(device, { sentAt: new Date(), waiting: wire.length, oldestAt: null, operations: wire })
      const after: OrderView = JSON.parse(JSON.stringify(await getOrder(plant.actor('technician'), id)))
      // A person is at one job at a time: what still runs here would end when the next run begins earlier.
      await database.query('DELETE FROM labour WHERE org_id = $1', [plant.orgId])
      expect(shown(seen)).toEqual(shown(after))
    }),
    { numRuns: 60, seed: 4 },
  )
}, 120_000)
