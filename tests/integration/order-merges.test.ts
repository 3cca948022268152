import { beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '#server/core/work-orders/commands.ts'
import { tellOf } from '#server/flows/tell/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { orderPlant, type OrderPlant } from './support/order-plant.ts'

const database = useTestDatabase()
let plant: OrderPlant
beforeAll(async () => { plant = await orderPlant(database) })

const found = { effect: 'degraded', itemCode: 'BLADES', modeCode: 'VIB', activityCode: 'CLEAN' } as const
const start: Command = { name: 'start', payload: {} }
const step = async (orderId: string, kind: string, spec: object = {}, position = 1): Promise<string> => {
  const id = newId()
  await plant.insert('work_order_task', { id, work_order_id: orderId, position, title: `Step ${position}`, kind, spec })
  return id
}
const answer = (taskId: string, value: boolean | number | string | null | undefined, more: object = {}): Command =>
  ({ name: 'answerTask', payload: { taskId, ...(value === undefined ? {} : { answer: value }), ...more } })
const begun = async (): Promise<string> => {
  const id = await plant.order()
  await plant.run('technician', id, start)
  return id
}

describe('an order that two people edit', () => {
  const title = (from: string, to: string): Command => ({ name: 'edit', payload: { changes: { title: { from, to } } } })

  test('keeps both where they changed different fields, at the same time too', async () => {
    const id = await plant.order()
    await Promise.all([
      plant.run('planner', id, { name: 'edit', payload: { changes: { priority: { from: 3, to: 2 } } } }),
      plant.run('technician', id, { name: 'edit', payload: { changes: { description: { from: null, to: 'at the left bearing' } } } }),
      plant.run('supervisor', id, title('Something is wrong', 'Fan shakes')),
    ])
    expect((await plant.get(id)).order).toMatchObject({ priority: 2, description: 'at the left bearing', title: 'Fan shakes' })
  })

  test('asks once where they changed the same field: who, when, both values; the other fields are taken', async () => {
    const id = await plant.order()
    await plant.run('planner', id, title('Something is wrong', 'Fan shakes'))
    const opId = newId()
    const command: Command = { name: 'edit', payload: { changes: { title: { from: 'Something is wrong', to: 'Belt slips' }, description: { from: null, to: 'seen at noon' } } } }
    const result = await plant.run('technician', id, command, opId)
    expect(result.review).toMatchObject({
      kind: 'clash', clashes: [{ field: 'title', from: 'Something is wrong', mine: 'Belt slips', theirs: 'Fan shakes', changedBy: { id: plant.people.planner, name: 'planner' } }],
    })
    expect(result.review?.kind === 'clash' && Date.parse(result.review.clashes[0]?.changedAt ?? '')).toBeGreaterThan(0)
    // Told again, it is the same.
    expect(await plant.run('technician', id, command, opId)).toEqual(result)
    const { order, history } = await plant.get(id)
    expect(order).toMatchObject({ title: 'Fan shakes', description: 'seen at noon' })
    expect(history.at(-1)).toMatchObject({ type: 'edited', data: { review: { kind: 'clash' }, changed: { description: 'seen at noon' } } })
    expect((await plant.run('technician', id, title('Fan shakes', 'Belt slips'))).review).toBeUndefined()
    expect((await plant.get(id)).order.title).toBe('Belt slips')
  })
})

describe('a step that two people answer', () => {
  test('keeps both answers; the one that was given later holds, whatever arrived first', async () => {
    const { runOrderCommand } = await import('#server/flows/run-order-command.ts')
    const id = await begun()
    const taskId = await step(id, 'number', { min: 24, max: 28, unit: 'N.m' })
    const send = (role: 'technician' | 'supervisor', value: number, secondsAgo: number) =>
      runOrderCommand(plant.actor(role), { id, opId: newId(), version: 1, command: answer(taskId, value), at: new Date(Date.now() - secondsAgo * 1000) })
    await send('technician', 26, 10)
    await send('supervisor', 20, 60)
    const [task] = (await plant.get(id)).tasks
    expect(task?.answer).toMatchObject({ value: 26, failed: false })
    expect(task?.answers.map((one) => [one.by?.name, one.answer?.value, one.answer?.failed])).toEqual([['supervisor', 20, true], ['technician', 26, false]])
  })

  test('that failed proposes an order: one tap files it, and two taps file one', async () => {
    const id = await begun()
    const taskId = await step(id, 'pass-fail')
    await plant.run('technician', id, answer(taskId, false, { note: 'guard is cracked', attachmentIds: [newId()] }))
    expect((await plant.get(id)).tasks[0]).toMatchObject({ answer: { failed: true, note: 'guard is cracked' }, followUp: { orderId: null } })
    const raise: Command = { name: 'raiseFollowUp', payload: { taskId, title: 'Replace the guard' } }
    const results = await Promise.all([plant.run('technician', id, raise), plant.run('supervisor', id, raise)])
    expect(results[0].linkedOrderId).toBe(results[1].linkedOrderId)
    const follow = await plant.get(results[0].linkedOrderId ?? '')
    expect(follow).toMatchObject({ order: { title: 'Replace the guard', description: 'guard is cracked' }, links: [{ id, relation: 'follows' }] })
    expect(follow.history[0]?.data).toMatchObject({ evidence: { taskId, answer: { failed: true, note: 'guard is cracked' } } })
    expect((await plant.get(id)).tasks[0]?.followUp).toEqual({ orderId: follow.order.id })
  })

  test('takes every kind of answer, and refuses what is none', async () => {
    const id = await begun()
    const photo = await step(id, 'photo', {}, 1)
    const signature = await step(id, 'signature', {}, 2)
    const check = await step(id, 'pass-fail', {}, 3)
    const file = newId()
    await plant.run('technician', id, answer(photo, undefined, { attachmentIds: [file] }))
    await plant.run('technician', id, answer(signature, 'R. Weber', { attachmentIds: [file] }))
    await plant.run('technician', id, answer(check, undefined, { notApplicable: true, note: 'no guard here' }))
    expect((await plant.get(id)).tasks.map((task) => task.answer)).toEqual([
      { value: 1, failed: false, attachmentIds: [file] }, { value: 'R. Weber', failed: false, attachmentIds: [file] }, { value: 'n/a', failed: false, note: 'no guard here' },
    ])
    await expect(plant.run('technician', id, answer(photo, undefined))).rejects.toMatchObject({ code: 'invalid', facts: { field: 'answer' } })
    await expect(plant.run('technician', id, answer(signature, undefined, { attachmentIds: [file] }))).rejects.toMatchObject({ code: 'invalid' })
  })

  test('all OK for the rest answers what asks whether it is well and nothing else', async () => {
    const id = await begun()
    const [check, failed, number] = [await step(id, 'check', {}, 1), await step(id, 'pass-fail', {}, 2), await step(id, 'number', {}, 3)]
    await plant.run('technician', id, answer(failed, false))
    const opId = newId()
    await Promise.all([1, 2, 3].map(() => plant.run('technician', id, { name: 'answerRest', payload: { taskIds: [check, failed, number] } }, opId)))
    expect((await plant.get(id)).tasks.map((task) => [task.answer?.value ?? null, task.answers.length])).toEqual([[true, 1], [false, 1], [null, 0]])
    expect((await plant.get(id)).history.at(-1)?.data).toMatchObject({ answered: [check], left: [failed, number] })
  })

  test('of a meter keeps the value at the machine\'s point; a lower one is kept and marked', async () => {
    const id = await begun()
    const taskId = await step(id, 'meter', { point: 'acc', unit: 'h' })
    await plant.run('technician', id, answer(taskId, 1200))
    await plant.run('technician', id, answer(taskId, 1100))
    expect((await plant.get(id)).tasks[0]?.answer).toMatchObject({ value: 1100, lower: true })
    expect(await database.query('SELECT value, unit, lower FROM meter_reading WHERE task_id = $1 ORDER BY at, value DESC', [taskId])).toEqual([{ value: 1200, unit: 'h', lower: false }, { value: 1100, unit: 'h', lower: true }])
  })

  test('after the end is kept as a late answer, and what was answered at work still holds', async () => {
    const id = await begun()
    const [first, second] = [await step(id, 'number', {}, 1), await step(id, 'number', {}, 2)]
    await plant.run('technician', id, answer(first, 5))
    await plant.run('technician', id, { name: 'close', payload: found })
    expect(await plant.run('supervisor', id, answer(first, 6))).toMatchObject({ status: 'closed', late: true })
    await plant.run('supervisor', id, answer(second, 7))
    expect((await plant.get(id)).tasks.map((task) => [task.answer?.value, task.answers.map((one) => one.late)])).toEqual([[5, [false, true]], [7, [true]]])
  })
})

describe('work that two people recorded', () => {
  test('keeps the second record whole, changes nothing, and asks who verifies', async () => {
    const id = await begun()
    await plant.run('supervisor', id, { name: 'joinTimer', payload: {} })
    await plant.run('technician', id, { name: 'complete', payload: found })
    const before = (await plant.get(id)).order
    const opId = newId()
    const other: Command = { name: 'close', payload: { ...found, effect: 'averted', activityCode: 'REPLACE', causeNote: 'wear' } }
    const result = await plant.run('supervisor', id, other, opId)
    expect(result).toMatchObject({ status: 'completed', late: true, review: { kind: 'second-record' } })
    expect(await plant.run('supervisor', id, other, opId)).toEqual(result)
    const after = await plant.get(id)
    expect({ ...after.order, version: 0, updatedAt: '' }).toEqual({ ...before, version: 0, updatedAt: '' })
    expect(after.history.at(-1)).toMatchObject({ type: 'second-record', data: { late: true, activityCode: 'REPLACE', causeNote: 'wear' } })
    expect(after.secondRecord).toMatchObject({ by: 'supervisor', record: { effect: 'averted' } })
    await expect(plant.run('technician', id, { name: 'settleRecord', payload: { take: 'second' } })).rejects.toMatchObject({ code: 'forbidden' })
    await plant.run('supervisor', id, { name: 'settleRecord', payload: { take: 'second' } })
    expect(await plant.get(id)).toMatchObject({ secondRecord: null, order: { status: 'completed', effect: 'averted', activityCode: 'REPLACE', completedBy: { name: 'supervisor' } } })
  })

  test('asks nobody when both say the same, and what comes after a cancellation is kept too', async () => {
    const same = await begun()
    await plant.run('technician', same, { name: 'complete', payload: found })
    expect((await plant.run('supervisor', same, { name: 'complete', payload: found })).review).toBeUndefined()
    expect((await plant.get(same)).secondRecord).toBeNull()
    const id = await begun()
    await plant.run('supervisor', id, { name: 'cancel', payload: { reason: 'no need' } })
    expect(await plant.run('technician', id, { name: 'complete', payload: found })).toMatchObject({ status: 'cancelled', late: true, review: { kind: 'second-record' } })
    await expect(plant.run('supervisor', id, { name: 'settleRecord', payload: { take: 'second' } })).rejects.toMatchObject({ code: 'illegal-transition' })
    await plant.run('supervisor', id, { name: 'settleRecord', payload: { take: 'first' } })
    expect(await plant.get(id)).toMatchObject({ order: { status: 'cancelled', effect: null }, secondRecord: null })
  })

  test('closing what is completed, without findings, still closes it', async () => {
    const id = await begun()
    await plant.run('technician', id, { name: 'complete', payload: found })
    expect(await plant.run('planner', id, { name: 'close', payload: {} })).toMatchObject({ status: 'closed' })
  })
})

describe('a comment', () => {
  test('tells whom it names of the site\'s people, and the history shows their names', async () => {
    const id = await plant.order()
    await plant.run('technician', id, { name: 'comment', payload: { text: 'look at this', mentions: [plant.people.planner, newId()] } })
    const event = (await plant.get(id)).history.at(-1)
    expect(event?.mentions).toEqual([{ id: plant.people.planner, name: 'planner' }])
    await tellOf(plant.orgId, { about: 'order', orderId: id, eventId: event?.id ?? '' })
    expect(await database.query('SELECT kind FROM notification WHERE person_id = $1 AND subject_id = $2', [plant.people.planner, id])).toEqual([{ kind: 'order-mentioned' }])
  })
})
