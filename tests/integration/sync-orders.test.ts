import { beforeAll, describe, expect, test } from 'vitest'
import type { CommandName } from '#server/core/work-orders/enums.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { takeOperations } from '#server/flows/sync/index.ts'
import { enrolDevice, type Device } from '#server/modules/tablets/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { orderPlant, type OrderPlant } from './support/order-plant.ts'

const database = useTestDatabase()
let plant: OrderPlant
let device: Device
let seq = 0

beforeAll(async () => {
  plant = await orderPlant(database)
  const first = await enrolDevice(plant.actor('technician'), { name: 'Hall 3', platform: 'Android' }, null)
  device = (await enrolDevice(plant.actor('supervisor'), { name: 'Hall 3', platform: 'Android' }, first.credential)).device
})

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString()
const operation = (id: string, kind: string, payload: object, minutes: number, role: Role = 'technician') => ({
  opId: newId(), personId: plant.people[role], seq: (seq += 1), entity: { kind: 'work-order', id }, baseVersion: 0, kind, payload, at: ago(minutes), zone: 'Europe/Berlin', schema: 1,
})
const command = (id: string, name: CommandName, fields: object, minutes: number, role: Role = 'technician') => operation(id, 'order.command', { name, fields }, minutes, role)
const push = (operations: readonly object[]) =>
  takeOperations(device, { sentAt: new Date(), waiting: operations.length, oldestAt: null, operations: [...operations] })
const found = { effect: 'degraded', itemCode: 'BLADES', modeCode: 'VIB', activityCode: 'CLEAN' }

describe('an order that a tablet made without a network', () => {
  test('arrives with all that was done on it, once, however often and in how many pieces it is sent', async () => {
    const id = newId()
    const operations = [
      operation(id, 'order.emergency', { assetId: plant.assetId, title: 'Belt torn', provisionalNumber: 'T-AB12-1' }, 90),
      command(id, 'usePart', { description: 'belt', quantity: '1' }, 80), command(id, 'recordDowntime', { from: ago(95), reason: 'breakdown', planned: false }, 70),
      command(id, 'complete', found, 60),
    ]
    await Promise.all([push(operations.slice(0, 1)), push(operations.slice(0, 3)), push(operations), push(operations)])
    const answers = await push(operations)
    expect(answers.map((answer) => answer.outcome)).toEqual(['applied', 'applied', 'applied', 'applied'])
    expect(await plant.get(id)).toMatchObject({
      order: { status: 'completed', provisionalNumber: 'T-AB12-1', workStartedAt: operations[0]?.at, workFinishedAt: operations[3]?.at },
      parts: [{ name: 'belt', quantity: '1' }], downtime: [{ reason: 'breakdown', to: null }], labour: { hours: 0.5 },
    })
  })

  test('work that was done before is one operation', async () => {
    const id = newId()
    const done = operation(id, 'order.done', { assetId: plant.assetId, title: 'Guard tightened', findings: found, minutes: 15, parts: [{ description: 'bolt', quantity: '2' }] }, 5)
    await Promise.all([push([done]), push([done])])
    expect((await push([done]))[0]).toMatchObject({ outcome: 'applied', result: { status: 'completed' } })
    expect(await plant.get(id)).toMatchObject({ parts: [{ name: 'bolt', quantity: '2' }], labour: { hours: 0.25 } })
  })
})

describe('what others did meanwhile', () => {
  test('merges, asks where both changed a field, and keeps a second record', async () => {
    const id = await plant.order('supervisor')
    await push([command(id, 'start', {}, 50)])
    await plant.run('supervisor', id, { name: 'edit', payload: { changes: { title: { from: 'Something is wrong', to: 'Fan shakes' } } } })
    await plant.run('supervisor', id, { name: 'complete', payload: { ...found, effect: 'averted' } as never })
    const answers = await push([
      command(id, 'edit', { changes: { title: { from: 'Something is wrong', to: 'Belt slips' }, description: { from: null, to: 'seen at noon' } } }, 40),
      command(id, 'usePart', { description: 'belt', quantity: '1' }, 30), command(id, 'close', found, 20),
    ])
    expect(answers.map((answer) => [answer.outcome, answer.reason?.code])).toEqual([['needs-review', 'clash'], ['merged', undefined], ['needs-review', 'second-record']])
    expect(await plant.get(id)).toMatchObject({ order: { status: 'completed', title: 'Fan shakes', description: 'seen at noon', effect: 'averted' }, parts: [{ late: true }], secondRecord: { by: 'technician' } })
  })
})
