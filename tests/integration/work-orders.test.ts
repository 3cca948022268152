import { beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '#server/core/work-orders/commands.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { fileOrder, getOrder } from '#server/modules/work-orders/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { orderPlant, type OrderPlant } from './support/order-plant.ts'

const database = useTestDatabase()
let plant: OrderPlant
beforeAll(async () => { plant = await orderPlant(database) })

const done = { effect: 'degraded', itemCode: 'BLADES', modeCode: 'VIB', activityCode: 'CLEAN' } as const
const audits = (id: string) => database.query<{ action: string; actor_id: string | null }>('SELECT action, actor_id FROM audit WHERE entity_id = $1 ORDER BY at, id', [id])
const walk = async (id: string, steps: readonly (readonly [Role, Command])[]): Promise<void> => {
  for (const [role, command] of steps) await plant.run(role, id, command)
}
const soon = (hours: number): Date => new Date(Date.now() + hours * 3_600_000)

describe('the life of an order', () => {
  test('the long way, with history and audit of every step', async () => {
    const id = await plant.order('technician')
    await walk(id, [
      ['supervisor', { name: 'approve', payload: {} }],
      ['planner', { name: 'plan', payload: { plannedHours: 1.5 } }],
      ['planner', { name: 'schedule', payload: { plannedStart: soon(1), plannedEnd: soon(2), assigneeId: plant.people.technician } }],
      ['technician', { name: 'start', payload: {} }],
      ['technician', { name: 'hold', payload: { reason: 'part' } }],
      ['technician', { name: 'resume', payload: {} }],
      ['technician', { name: 'complete', payload: done }],
      ['supervisor', { name: 'verify', payload: {} }],
      ['planner', { name: 'close', payload: {} }],
    ])
    const { order, history, labour } = await plant.get(id)
    expect(order).toMatchObject({ status: 'closed', breakIn: false, plannedHours: '1.5', assignee: { name: 'technician' }, effect: 'degraded', itemCode: 'BLADES', version: 10 })
    expect(history.map((event) => [event.type, event.fromStatus, event.toStatus, event.actor?.name])).toEqual([
      ['created', null, 'requested', 'technician'], ['approved', 'requested', 'approved', 'supervisor'], ['planned', 'approved', 'planned', 'planner'],
      ['scheduled', 'planned', 'scheduled', 'planner'], ['started', 'scheduled', 'in_progress', 'technician'], ['held', 'in_progress', 'on_hold', 'technician'],
      ['resumed', 'on_hold', 'in_progress', 'technician'], ['completed', 'in_progress', 'completed', 'technician'], ['verified', 'completed', 'verified', 'supervisor'],
      ['closed', 'verified', 'closed', 'planner'],
    ])
    // The hold ended the first timer and resuming began the second.
    expect(labour.entries.map((entry) => entry.endedAt === null)).toEqual([false, false])
    const rows = await audits(id)
    expect(rows.map((row) => row.action)).toEqual(history.map((event) => `work-order.${event.type}`))
    expect(rows[1]?.actor_id).toBe(plant.people.supervisor)
  })

  test('break-in: begun from a request, approved afterwards', async () => {
    const id = await plant.order('technician')
    await expect(plant.run('contractor', id, { name: 'start', payload: {} })).rejects.toMatchObject({ code: 'forbidden' })
    await plant.run('technician', id, { name: 'start', payload: {} })
    expect((await plant.get(id)).order).toMatchObject({ status: 'in_progress', breakIn: true, approvedBy: null, assignee: { name: 'technician' } })
    await plant.run('supervisor', id, { name: 'approve', payload: {} })
    expect((await plant.get(id)).order).toMatchObject({ status: 'in_progress', approvedBy: { name: 'supervisor' } })
    await expect(plant.run('supervisor', id, { name: 'approve', payload: {} })).rejects.toMatchObject({ code: 'illegal-transition' })
  })

  test('what a tablet tells later stands at the time it was done; a time in the future counts as now', async () => {
    const id = await plant.order('supervisor')
    const began = new Date(Date.now() - 5_400_000)
    const ended = new Date(Date.now() - 1_800_000)
    const run = (command: Command, at: Date) => runOrderCommand(plant.actor('technician'), { id, opId: newId(), version: 1, command, at })
    await run({ name: 'start', payload: {} }, began)
    await run({ name: 'comment', payload: { text: 'Belt is worn' } }, soon(1))
    await run({ name: 'complete', payload: done }, ended)
    const { order, history, labour } = await plant.get(id)
    expect(order).toMatchObject({ workStartedAt: began.toISOString(), workFinishedAt: ended.toISOString(), completedAt: ended.toISOString() })
    expect(labour).toMatchObject({ hours: 1, entries: [{ startedAt: began.toISOString(), endedAt: ended.toISOString() }] })
    const started = history.find((event) => event.type === 'started')
    expect(started?.at).toBe(began.toISOString())
    expect(Date.parse(String(started?.data.receivedAt))).toBeGreaterThan(ended.getTime())
    const comment = history.find((event) => event.type === 'commented')
    expect(Date.parse(comment?.at ?? '')).toBeLessThanOrEqual(Date.now())
    expect(comment?.data.receivedAt).toBeUndefined()
  })

  test('work entered after the fact keeps its real times and the time of the entry', async () => {
    const id = await plant.order('technician', { done: { ...done, workStartedAt: new Date('2026-01-01T08:00:00Z'), workFinishedAt: new Date('2026-01-01T09:00:00Z') } })
    const { order, history } = await plant.get(id)
    expect(order).toMatchObject({ status: 'completed', workStartedAt: '2026-01-01T08:00:00.000Z', workFinishedAt: '2026-01-01T09:00:00.000Z', breakIn: true })
    expect(history.map((event) => event.type)).toEqual(['created', 'completed'])
    expect(Date.parse(history[1]?.at ?? '')).toBeGreaterThan(Date.parse('2026-01-01T09:00:00Z'))
    expect((await audits(id)).map((row) => row.action)).toEqual(['work-order.created', 'work-order.completed'])
  })

  test('a completion that does not fit changes nothing', async () => {
    const id = await plant.order('technician')
    await plant.run('technician', id, { name: 'start', payload: {} })
    const before = await plant.get(id)
    await expect(plant.run('technician', id, { name: 'complete', payload: { effect: 'degraded' } })).rejects.toMatchObject({ code: 'invalid', facts: { field: 'itemCode' } })
    expect(await plant.get(id)).toMatchObject({ order: before.order, history: before.history })
  })

  test('reopening returns it to approved; once costs are posted it is a new, linked order', async () => {
    const id = await plant.order('supervisor', { done })
    await plant.run('planner', id, { name: 'close', payload: {} })
    await plant.run('supervisor', id, { name: 'reopen', payload: { reason: 'came loose again' } })
    expect((await plant.get(id)).order).toMatchObject({ status: 'approved', workFinishedAt: null, closedAt: null, effect: null })
    await walk(id, [['technician', { name: 'start', payload: {} }], ['technician', { name: 'close', payload: done }]])
    await database.query('UPDATE work_order SET costs_posted_at = now() WHERE id = $1', [id])
    const result = await plant.run('supervisor', id, { name: 'reopen', payload: { reason: 'once more' } })
    expect((await plant.get(id)).order.status).toBe('closed')
    const linked = await plant.get(result.linkedOrderId ?? '')
    expect(linked).toMatchObject({ order: { status: 'approved', title: 'Something is wrong' }, links: [{ id, relation: 'follows' }] })
    expect((await plant.get(id)).links).toMatchObject([{ id: result.linkedOrderId, relation: 'followed-by' }])
  })

  test('cancel, reject, put off, comment', async () => {
    const [first, second] = [await plant.order(), await plant.order()]
    await plant.run('supervisor', first, { name: 'cancel', payload: { reason: 'reported twice', duplicateOf: second } })
    expect(await plant.get(first)).toMatchObject({ order: { status: 'cancelled', endReason: 'reported twice' }, links: [{ id: second, relation: 'duplicate-of' }] })
    await expect(plant.run('supervisor', second, { name: 'cancel', payload: { reason: 'reported twice', duplicateOf: second } })).rejects.toMatchObject({ facts: { field: 'duplicateOf' } })
    await plant.run('manager', second, { name: 'defer', payload: { reason: 'next stop', until: soon(48) } })
    expect((await plant.get(second)).order.deferral).toMatchObject({ approver: plant.people.manager, reAlarmPriority: 2 })
    await plant.run('storekeeper', second, { name: 'comment', payload: { text: 'belt is in' } })
    await plant.run('supervisor', second, { name: 'reject', payload: { reason: 'not ours' } })
    expect((await plant.get(second)).history.at(-2)).toMatchObject({ type: 'commented', data: { text: 'belt is in' } })
  })
})

describe('people and their timers', () => {
  test('each has his own; a pause of one stops no other; completing ends all and names who still ran', async () => {
    const id = await plant.order()
    await walk(id, [
      ['technician', { name: 'start', payload: {} }], ['supervisor', { name: 'joinTimer', payload: { activity: 'diagnostic' } }], ['supervisor', { name: 'joinTimer', payload: {} }],
      ['technician', { name: 'stopTimer', payload: {} }],
    ])
    const running = (entries: readonly { person: { name: string }; endedAt: string | null }[]) => entries.map((entry) => [entry.person.name, entry.endedAt === null])
    expect(running((await plant.get(id)).labour.entries)).toEqual([['technician', false], ['supervisor', true]])
    await plant.run('technician', id, { name: 'complete', payload: done })
    const after = await plant.get(id)
    expect(running(after.labour.entries)).toEqual([['technician', false], ['supervisor', false]])
    expect(after.history.at(-1)?.data).toMatchObject({ stillRunning: [plant.people.supervisor], labourHours: 0 })
  })

  test('only people who work at the site are assigned', async () => {
    const id = await plant.order()
    await expect(plant.run('planner', id, { name: 'assign', payload: { assigneeId: plant.people.storekeeper } })).rejects.toMatchObject({ code: 'invalid', facts: { field: 'assigneeId' } })
    await plant.run('planner', id, { name: 'assign', payload: { assigneeId: plant.people.contractor } })
    expect((await plant.get(id)).order.assignee).toEqual({ id: plant.people.contractor, name: 'contractor' })
    expect((await plant.get(id)).people.map((person) => person.name)).toEqual(['admin', 'contractor', 'supervisor', 'technician'])
  })

  test('steps keep their answers, and what was answered before', async () => {
    const id = await plant.order()
    const taskId = newId()
    await plant.insert('work_order_task', { id: taskId, work_order_id: id, position: 1, title: 'Torque', kind: 'number', spec: { min: 24, max: 28, unit: 'N.m' } })
    await plant.run('technician', id, { name: 'start', payload: {} })
    await plant.run('technician', id, { name: 'answerTask', payload: { taskId, answer: 20 } })
    await plant.run('technician', id, { name: 'answerTask', payload: { taskId, answer: 26 } })
    const { tasks, history } = await plant.get(id)
    expect(tasks).toMatchObject([{ answer: { value: 26, failed: false }, doneBy: plant.people.technician }])
    expect(history.at(-1)?.data).toMatchObject({ answer: 26, before: { value: 20, failed: true } })
    await expect(plant.run('technician', id, { name: 'answerTask', payload: { taskId, answer: 'tight' } })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('retries and races', () => {
  test('the same operation again gives the same answer and changes nothing', async () => {
    const id = await plant.order()
    const opId = newId()
    const first = await plant.run('technician', id, { name: 'start', payload: {} }, opId)
    const before = await plant.get(id)
    await plant.run('technician', id, { name: 'hold', payload: { reason: 'tool' } })
    expect(await plant.run('technician', id, { name: 'start', payload: {} }, opId)).toEqual(first)
    expect((await plant.get(id)).history).toHaveLength(before.history.length + 1)
    expect((await audits(id)).filter((row) => row.action === 'work-order.started')).toHaveLength(1)
  })

  test('twenty times at once, it is done once', async () => {
    const id = await plant.order()
    const opId = newId()
    const results = await Promise.all(Array.from({ length: 20 }, () => plant.run('technician', id, { name: 'start', payload: {} }, opId)))
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
    const { history, labour } = await plant.get(id)
    expect(history.filter((event) => event.type === 'started')).toHaveLength(1)
    expect(labour.entries).toHaveLength(1)
  })

  test('an operation id belongs to one operation', async () => {
    const [one, other] = [await plant.order(), await plant.order()]
    const opId = newId()
    await plant.run('technician', one, { name: 'start', payload: {} }, opId)
    await expect(plant.run('technician', one, { name: 'hold', payload: { reason: 'part' } }, opId)).rejects.toMatchObject({ code: 'conflict' })
    await expect(plant.run('technician', other, { name: 'start', payload: {} }, opId)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('of two people who start at once, one is told what is possible now', async () => {
    const id = await plant.order()
    const results = await Promise.allSettled([plant.run('technician', id, { name: 'start', payload: {} }), plant.run('supervisor', id, { name: 'start', payload: {} })])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: { code: 'illegal-transition' } })
  })

  test('a version that is behind refuses no legal command; it is noted', async () => {
    const id = await plant.order()
    await plant.run('supervisor', id, { name: 'approve', payload: {} })
    await plant.run('technician', id, { name: 'start', payload: {} }, newId(), 1)
    expect((await plant.get(id)).history.at(-1)).toMatchObject({ type: 'started', data: { seenVersion: 1, version: 3 } })
  })

  test('the same order filed many times at once is one order, and numbers have no gap', async () => {
    const input = { source: 'request', assetId: plant.assetId, title: 'Noise', priority: 3, idempotencyKey: newId() } as const
    const same = await Promise.all(Array.from({ length: 10 }, () => fileOrder(plant.actor('requester'), input)))
    expect(new Set(same.map((made) => made.id)).size).toBe(1)
    expect(same[0]).toMatchObject({ status: 'requested' })
    await Promise.all(Array.from({ length: 20 }, () => plant.order()))
    const rows = await database.query<{ no: number }>('SELECT no FROM work_order WHERE org_id = $1 ORDER BY no', [plant.orgId])
    expect(rows.map((row) => row.no)).toEqual(rows.map((_, index) => index + 1))
  })

  test('a command that fails leaves nothing behind, not even a number', async () => {
    const [before] = await database.query<{ value: number }>(`SELECT value FROM counter WHERE org_id = $1`, [plant.orgId])
    await expect(plant.order('technician', { done: { ...done, itemCode: 'VALVE' } })).rejects.toMatchObject({ code: 'invalid' })
    const [after] = await database.query<{ value: number }>(`SELECT value FROM counter WHERE org_id = $1`, [plant.orgId])
    expect(after).toEqual(before)
  })
})

describe('who may see and do what', () => {
  test('another site is as if it were not there', async () => {
    const id = await plant.order()
    const elsewhere = plant.actor('supervisor', newId())
    await expect(getOrder(elsewhere, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(fileOrder(elsewhere, { source: 'request', assetId: plant.assetId, title: 'Noise', priority: 3, idempotencyKey: newId() })).rejects.toMatchObject({ code: 'not-found' })
  })
  test('a requester files requests, not orders', async () => {
    const request = { assetId: plant.assetId, title: 'Noise', priority: 3 } as const
    await expect(fileOrder(plant.actor('requester'), { ...request, source: 'manual', kind: 'corrective', idempotencyKey: newId() })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(fileOrder(plant.actor('requester'), { ...request, source: 'request', idempotencyKey: newId() })).resolves.toMatchObject({ status: 'requested' })
  })
  test('what is allowed depends on the role', async () => {
    const id = await plant.order()
    expect((await getOrder(plant.actor('technician'), id)).allowed).toEqual([
      'start', 'comment', 'attach', 'detach', 'moveAsset', 'meToo', 'edit', 'raiseFollowUp', 'usePart', 'returnPart', 'logTime', 'correctTime', 'recordDowntime',
    ])
    expect((await getOrder(plant.actor('storekeeper'), id)).allowed).toEqual(['comment', 'attach', 'detach', 'meToo'])
  })
})
