import { beforeAll, describe, expect, test } from 'vitest'
import type { CommandName } from '#server/core/work-orders/enums.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { pullForTablet } from '#server/flows/sync/index.ts'
import { takeOperations } from '#server/flows/sync/index.ts'
import { enrolDevice, identifyDevice, readCredential, writeCredential, type Device, type DeviceCredential } from '#server/modules/tablets/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { orderPlant, type OrderPlant } from './support/order-plant.ts'

const database = useTestDatabase()
let plant: OrderPlant
let tablet: { device: Device; credential: DeviceCredential }
let seq = 0

const tabletOf = async (...roles: Role[]): Promise<typeof tablet> => {
  let made: typeof tablet | null = null
  for (const role of roles) made = await enrolDevice(plant.actor(role), { name: 'Hall 3', platform: 'Android' }, made?.credential ?? null)
  if (!made) throw new Error('nobody')
  return made
}

beforeAll(async () => {
  plant = await orderPlant(database)
  tablet = await tabletOf('technician', 'supervisor')
})

const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000)
const command = (orderId: string, name: CommandName, fields: object = {}, more: object = {}) => ({
  opId: newId(), personId: plant.people.technician, seq: (seq += 1), entity: { kind: 'work-order', id: orderId }, baseVersion: 1, kind: 'order.command', payload: { name, fields },
  at: minutesAgo(30).toISOString(), zone: 'Europe/Berlin', schema: 1, ...more,
})
const push = (operations: readonly object[], device = tablet.device, sentAt = new Date()) =>
  takeOperations(device, { sentAt, waiting: operations.length, oldestAt: null, operations: [...operations] })
const outcomes = async (operations: readonly object[], device = tablet.device) => (await push(operations, device)).map((answer) => answer.outcome)
const eventsOf = async (id: string): Promise<string[]> => (await plant.get(id)).history.flatMap((event) => (event.type === 'created' ? [] : event.type))
const done = { effect: 'degraded', itemCode: 'BLADES', modeCode: 'VIB', activityCode: 'CLEAN' }

describe('what a tablet sends', () => {
  test('a whole order, done without a network, stands with its real times and authors', async () => {
    const id = await plant.order('supervisor')
    const operations = [
      command(id, 'start', {}, { at: minutesAgo(90).toISOString() }),
      command(id, 'comment', { text: 'Belt worn' }, { personId: plant.people.supervisor, at: minutesAgo(60).toISOString() }),
      command(id, 'complete', done, { at: minutesAgo(45).toISOString() }),
    ]
    expect(await outcomes(operations)).toEqual(['applied', 'applied', 'applied'])
    const { order, history, labour } = await plant.get(id)
    expect(order).toMatchObject({ status: 'completed', workStartedAt: operations[0]?.at, workFinishedAt: operations[2]?.at })
    expect(labour.hours).toBe(0.75)
    expect(history.filter((event) => event.type !== 'created').map((event) => [event.type, event.actor?.name])).toEqual([['started', 'technician'], ['commented', 'supervisor'], ['completed', 'technician']])
  })

  test('sent again, also in part, in another order and many times at once, it is done once', async () => {
    const id = await plant.order('supervisor')
    const [start, comment, hold] = [command(id, 'start'), command(id, 'comment', { text: 'Noise' }), command(id, 'hold', { reason: 'part' })]
    if (!start || !comment || !hold) throw new Error('no operations')
    await Promise.all([push([start, comment]), push([start, comment, hold]), push([start]), push([start, comment, hold])])
    const again = await push([hold, comment, start])
    expect(again.map((answer) => answer.outcome)).toEqual(['applied', 'applied', 'applied'])
    expect(await eventsOf(id)).toEqual(['started', 'commented', 'held'])
  })

  test('one that is refused stops no other, and is told the same again', async () => {
    const [first, second] = [await plant.order('supervisor'), await plant.order('supervisor')]
    const wrong = command(first, 'complete', done)
    const operations = [wrong, command(first, 'comment', { text: 'Still here' }), command(second, 'start')]
    const answers = await push(operations)
    expect(answers.map((answer) => answer.outcome)).toEqual(['rejected', 'applied', 'applied'])
    expect(answers[0]?.reason).toMatchObject({ code: 'illegal-transition' })
    expect((await push([wrong]))[0]).toEqual(answers[0])
    // What became possible meanwhile is not done by a retry of the old operation: a person decides.
    await push([command(first, 'start')])
    expect((await push([wrong]))[0]?.outcome).toBe('rejected')
  })

  test.each([
    { name: 'an unknown kind', more: { kind: 'order.explode' }, outcome: 'rejected' },
    { name: 'a payload of another kind', more: { payload: { name: 'hold', fields: { reason: 'weather' } } }, outcome: 'rejected' },
    { name: 'an unknown order', more: { entity: { kind: 'work-order', id: newId() } }, outcome: 'rejected' },
    { name: 'a newer edition waits for the server', more: { schema: 99 }, outcome: 'waiting' },
    { name: 'photos that have not arrived', more: { needs: [newId()] }, outcome: 'waiting' },
    { name: 'no operation at all', more: { seq: 'first' }, outcome: 'rejected' },
  ])('$name: $outcome', async ({ more, outcome }) => {
    const id = await plant.order('supervisor')
    expect(await outcomes([command(id, 'start', {}, more)])).toEqual([outcome])
    expect(await eventsOf(id)).toEqual([])
  })

  test('what waits holds back what comes after it on the same order, and nothing else', async () => {
    const [first, second] = [await plant.order('supervisor'), await plant.order('supervisor')]
    expect(await outcomes([command(first, 'start', {}, { needs: [newId()] }), command(first, 'comment', { text: 'After' }), command(second, 'start')])).toEqual(['waiting', 'waiting', 'applied'])
    expect(await eventsOf(first)).toEqual([])
  })
})

describe('what others did meanwhile', () => {
  test('an order that a colleague began is joined, each with a timer of his own', async () => {
    const id = await plant.order('supervisor')
    await plant.run('supervisor', id, { name: 'start', payload: {} })
    const [answer] = await push([command(id, 'start')])
    expect(answer).toMatchObject({ outcome: 'merged', result: { status: 'in_progress' } })
    expect((await plant.get(id)).labour.entries.map((entry) => [entry.person.name, entry.endedAt])).toEqual(expect.arrayContaining([['supervisor', null], ['technician', null]]))
  })

  test('a clock that is an hour off does not move the work', async () => {
    const id = await plant.order('supervisor')
    const wrong = (time: Date): Date => new Date(time.getTime() - 3_600_000)
    const began = minutesAgo(20)
    await push([command(id, 'start', {}, { at: wrong(began).toISOString() })], tablet.device, wrong(new Date()))
    const started = Date.parse((await plant.get(id)).order.workStartedAt ?? '')
    expect(Math.abs(started - began.getTime())).toBeLessThan(5_000)
  })
})

describe('who may send', () => {
  test('work of a person who left is taken in when it was done before, and not when it was done after', async () => {
    const own = await tabletOf('technician')
    const id = await plant.order('supervisor')
    await database.query('UPDATE person SET active = false, deactivated_at = $2 WHERE id = $1', [plant.people.technician, minutesAgo(40)])
    try {
      const device = await identifyDevice(own.credential)
      if (!device) throw new Error('not found')
      expect(await outcomes([command(id, 'start', {}, { at: minutesAgo(60).toISOString() }), command(id, 'hold', { reason: 'part' })], device)).toEqual(['applied', 'rejected'])
      await expect(pullForTablet(device, { personId: plant.people.technician, have: {}, assets: null })).rejects.toMatchObject({ code: 'forbidden' })
    } finally {
      await database.query('UPDATE person SET active = true, deactivated_at = NULL WHERE id = $1', [plant.people.technician])
    }
  })

  test('a person who never signed in on the device is refused, and one without the right too', async () => {
    const id = await plant.order('supervisor')
    expect(await outcomes([command(id, 'start', {}, { personId: plant.people.planner })])).toEqual(['rejected'])
    const others = await tabletOf('requester')
    expect(await outcomes([command(id, 'start', {}, { personId: plant.people.requester })], others.device)).toEqual(['rejected'])
    expect(await eventsOf(id)).toEqual([])
  })

  test('a device of another organization finds nothing', async () => {
    const other = await orderPlant(database, 'elsewhere')
    const { device } = await enrolDevice(other.actor('technician'), { name: 'Elsewhere', platform: 'iPadOS' }, null)
    const id = await plant.order('supervisor')
    expect(await outcomes([command(id, 'start', {}, { personId: other.people.technician })], device)).toEqual(['rejected'])
  })

  test('only the right secret proves a device', async () => {
    expect(await identifyDevice(tablet.credential)).toMatchObject({ id: tablet.credential.deviceId })
    expect(await identifyDevice({ ...tablet.credential, secret: 'x'.repeat(43) })).toBeNull()
    expect(readCredential(writeCredential(tablet.credential))).toEqual(tablet.credential)
    expect(readCredential(`${tablet.credential.orgId}.x.y`)).toBeNull()
  })
})

describe('what a tablet keeps', () => {
  test('it gets every order once, then only what changed', async () => {
    const first = await pullForTablet(tablet.device, { personId: plant.people.technician, have: {}, assets: null })
    expect(first.assets?.rows).toMatchObject([{ tag: 'CT-301' }])
    const have: Record<string, string> = {}
    let page = first
    for (;;) {
      for (const order of page.orders) have[order.order.id] = order.stamp
      if (!page.more) break
      page = await pullForTablet(tablet.device, { personId: plant.people.technician, have, assets: first.assets?.stamp ?? null })
    }
    expect(Object.keys(have).toSorted()).toEqual(page.scope.map((order) => order.id).toSorted())
    const changed = await plant.order('supervisor')
    const next = await pullForTablet(tablet.device, { personId: plant.people.technician, have, assets: first.assets?.stamp ?? null })
    expect(next).toMatchObject({ more: false, assets: null })
    expect(next.orders.map((order) => order.order.id)).toEqual([changed])
    await push([command(changed, 'start')])
    const mine = await pullForTablet(tablet.device, { personId: plant.people.technician, have: { ...have, [changed]: next.orders[0]?.stamp ?? '' }, assets: null })
    expect(mine.orders.map((order) => [order.order.id, order.mine])).toEqual([[changed, true]])
  })

  test('it gets the positions anew when one of them, or what its class is called, has changed, and not otherwise', async () => {
    // Somebody without orders, so that nothing else is fetched.
    const { device } = await tabletOf('requester')
    const assets = async (has: string | null) => (await pullForTablet(device, { personId: plant.people.requester, have: {}, keep: [], assets: has })).assets
    let stamp = (await assets(null))?.stamp ?? ''
    for (const change of [`UPDATE asset SET name = name || '!', updated_at = now() WHERE tag = 'CT-301'`, `UPDATE asset_class SET name = name || '!'`]) {
      expect(await assets(stamp)).toBeNull()
      await database.query(change)
      const anew = await assets(stamp)
      expect(anew?.rows).toMatchObject([{ tag: 'CT-301' }])
      stamp = anew?.stamp ?? ''
    }
    expect(await assets(stamp)).toBeNull()
  })

  test('somebody who may not carry work out keeps no orders', async () => {
    const own = await tabletOf('requester')
    expect(await pullForTablet(own.device, { personId: plant.people.requester, have: {}, assets: null })).toMatchObject({ scope: [], orders: [] })
  })
})
