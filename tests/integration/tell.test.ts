import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { acceptCall, lookAfterCalls, tellAgain, tellOf } from '#server/flows/tell/index.ts'
import { getInbox, readInbox } from '#server/modules/notify/index.ts'
import { callsAbout, myCalls } from '#server/modules/on-call/index.ts'
import { acknowledge } from '#server/modules/incidents/index.ts'
import { provideEnv } from '#server/platform/env.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { toldPlant, type ToldPlant } from './support/told-plant.ts'

const database = useTestDatabase()
let plant: ToldPlant

beforeAll(() => provideEnv({ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'millwright@plant.example' }))
beforeEach(async () => { plant = await toldPlant(database) })

const newsOf = async (orderId: string): Promise<void> => {
  const events = await database.query<{ id: string }>('SELECT id FROM work_order_event WHERE org_id = $1 AND work_order_id = $2 ORDER BY at, id', [plant.orgId, orderId])
  for (const { id } of events) await tellOf(plant.orgId, { about: 'order', orderId, eventId: id })
}
const passed = (table: string, column: string, where = 'true'): Promise<unknown> => database.query(`UPDATE ${table} SET ${column} = now() - interval '1 second' WHERE org_id = '${plant.orgId}' AND ${where}`)
const stepDue = async (): Promise<void> => { await passed('call_out', 'next_at', `state = 'open'`); await lookAfterCalls(plant.orgId) }
const inbox = (role: 'supervisor' | 'technician') => getInbox(plant.actor(role), { limit: 50 })

describe('an alarm', () => {
  test('is told to who is on call and to the supervisors, once, however often it is heard of', async () => {
    await plant.roster([plant.people.technician])
    const id = await plant.tellIncident({ priority: 2 })
    for (let i = 0; i < 3; i += 1) await plant.tellAgain(id)
    await Promise.all(Array.from({ length: 4 }, () => plant.tellAgain(id)))
    expect((await plant.told(id)).filter((line) => line.includes('alarm')).sort()).toEqual(['supervisor alarm-opened', 'technician alarm-opened'])
    expect((await plant.messages()).filter((line) => line.includes(' alarm ')).sort()).toEqual(['email supervisor alarm 1', 'email technician alarm 1'])
  })

  test('is told once when many workers hear of it at the same time for the first time', async () => {
    await plant.roster([plant.people.technician])
    const id = await plant.incident({ priority: 1 })
    await Promise.all(Array.from({ length: 6 }, () => plant.tellAgain(id)))
    expect((await plant.told(id)).sort()).toEqual(['supervisor alarm-opened', 'technician alarm-opened', 'technician call'])
    expect(await database.query('SELECT 1 FROM call_step WHERE org_id = $1', [plant.orgId])).toHaveLength(1)
  })

  test('joins others of its site into one message while that gathers', async () => {
    for (let i = 0; i < 5; i += 1) await plant.tellIncident({ priority: 2, key: `k${i}` })
    expect(await plant.messages()).toEqual(['email supervisor alarm 5'])
    await database.query(`UPDATE delivery SET state = 'sent', sent_at = now() WHERE org_id = $1`, [plant.orgId])
    await plant.tellIncident({ priority: 2, key: 'k5' })
    await plant.tellIncident({ priority: 2, key: 'k6' })
    expect(await plant.messages()).toEqual(['email supervisor alarm 5', 'email supervisor alarm 2'])
  })

  test.each([
    ['medium: only in the list', { priority: 3 }, ['supervisor alarm-opened'], []],
    ['suppressed: to nobody', { priority: 1, suppressed: 'maintenance' }, [], []],
    ['happened while offline: to nobody', { priority: 1, happenedOffline: true }, [], []],
    ['of safety, low: at once, and somebody is called', { priority: 4, failureMode: 'GAS' }, ['supervisor alarm-opened', 'supervisor call'], ['email supervisor alarm! 1', 'email supervisor call! 1']],
    ['over before anybody heard of it: to nobody', { priority: 1, resolvedAt: new Date() }, [], []],
  ])('%s', async (_, row, told, messages) => {
    await plant.tellIncident(row)
    expect(await plant.told()).toEqual(told)
    expect(await plant.messages()).toEqual(messages)
  })

  test('of a recording is in the list only, and calls nobody', async () => {
    await plant.roster([plant.people.technician])
    const sourceId = newId()
    await plant.insert('source', { id: sourceId, site_id: plant.siteId, name: 'recording', kind: 'http', clock: 'replay' })
    await database.query('UPDATE point SET source_id = $2 WHERE org_id = $1', [plant.orgId, sourceId])
    await plant.tellIncident({ priority: 1 })
    expect((await plant.told()).sort()).toEqual(['supervisor alarm-opened', 'technician alarm-opened'])
    expect(await plant.messages()).toEqual([])
  })

  test('that becomes worse is told again, and its end quietly to those who knew', async () => {
    const id = await plant.tellIncident({ priority: 3 })
    await database.query('UPDATE incident SET priority = 1 WHERE id = $1', [id])
    await plant.tellAgain(id)
    await database.query(`UPDATE incident SET state = 'resolved', resolved_at = now() WHERE id = $1`, [id])
    await plant.tellAgain(id)
    expect(await plant.told(id)).toEqual(['supervisor alarm-opened', 'supervisor alarm-raised', 'supervisor call', 'supervisor alarm-over'])
    expect(await plant.messages()).toEqual(['email supervisor alarm! 1', 'email supervisor call! 1'])
  })

  test('is told again while nobody has acknowledged it, the same line unread anew, and not after', async () => {
    const id = await plant.tellIncident({ priority: 2 })
    await readInbox(plant.actor('supervisor'), { upTo: new Date(Date.now() + 1000) })
    expect((await inbox('supervisor')).unread).toBe(0)
    await passed('notification', 'repeat_at')
    await tellAgain(plant.orgId)
    await tellAgain(plant.orgId)
    expect(await inbox('supervisor')).toMatchObject({ unread: 1, items: [{ repeat: 1, read: false, kind: 'alarm-opened' }] })
    await acknowledge(plant.actor('supervisor'), { id })
    await passed('notification', 'repeat_at')
    await tellAgain(plant.orgId)
    expect(await inbox('supervisor')).toMatchObject({ unread: 1, items: [{ repeat: 1 }] })
    expect(await database.query('SELECT 1 FROM notification WHERE org_id = $1 AND repeat_at IS NOT NULL', [plant.orgId])).toEqual([])
  })
})

describe('quiet hours', () => {
  const quietNow = async (person: string): Promise<void> => {
    const { hour } = (await database.query<{ hour: number }>(`SELECT extract(hour FROM now() AT TIME ZONE 'Europe/Berlin')::int AS hour`))[0]!
    await plant.insert('notification_preference', { person_id: person, quiet: true, quiet_from: ((hour + 23) % 24) * 60, quiet_to: ((hour + 2) % 24) * 60, channels: {}, updated_at: new Date() })
  }

  test('gather what can wait into one message at their end', async () => {
    await quietNow(plant.people.supervisor)
    for (let i = 0; i < 3; i += 1) await plant.tellIncident({ priority: 2, key: `k${i}` })
    const order = await plant.order('requester', { source: 'request', kind: undefined })
    await newsOf(order)
    expect((await plant.messages()).filter((line) => line.includes('supervisor'))).toEqual(['email supervisor digest 3'])
    const [row] = await database.query<{ waits: boolean }>(`SELECT due_at > now() + interval '50 minutes' AS waits FROM delivery WHERE org_id = $1 AND group_key = 'digest'`, [plant.orgId])
    expect(row?.waits).toBe(true)
  })

  test('hold back neither priority 1 nor safety', async () => {
    await quietNow(plant.people.supervisor)
    await plant.tellIncident({ priority: 1 })
    await plant.tellIncident({ priority: 3, failureMode: 'GAS', key: 'gas' })
    const rows = await database.query<{ late: boolean }>('SELECT due_at > now() AS late FROM delivery WHERE org_id = $1', [plant.orgId])
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ late }) => late)).toEqual([])
  })
})

describe('an order', () => {
  test('given to somebody is told to him, not to whoever gave it, and not twice', async () => {
    const id = await plant.order('supervisor')
    await plant.run('supervisor', id, { name: 'assign', payload: { assigneeId: plant.people.technician } })
    await newsOf(id)
    await newsOf(id)
    expect(await plant.told(id)).toEqual(['technician order-assigned'])
  })

  test('taken by oneself tells nobody', async () => {
    const id = await plant.order('supervisor')
    await plant.run('supervisor', id, { name: 'assign', payload: { assigneeId: plant.people.supervisor } })
    await newsOf(id)
    expect(await plant.told(id)).toEqual([])
  })

  test('with a comment tells who is named', async () => {
    const eva = await plant.person('Eva Lund', 'technician')
    const id = await plant.order('supervisor')
    await plant.run('supervisor', id, { name: 'comment', payload: { text: 'please look, @Eva Lund' } })
    await newsOf(id)
    expect(await plant.told(id)).toEqual(['Eva Lund order-mentioned'])
    const [item] = (await getInbox({ ...plant.actor('technician'), personId: eva }, { limit: 5 })).items
    expect(item).toMatchObject({ params: { by: 'supervisor', text: 'please look, @Eva Lund' }, href: expect.stringMatching(/^\/work-orders\/WO-\d{6}$/) })
  })

  test('asked for is told to those who may approve it', async () => {
    const id = await plant.order('requester', { source: 'request', kind: undefined })
    await newsOf(id)
    expect((await plant.told(id)).sort()).toEqual(['planner order-requested', 'supervisor order-requested'])
  })

  test('asked for with the highest priority calls somebody, until the order is taken', async () => {
    await plant.roster([plant.people.technician])
    const id = await plant.order('requester', { source: 'request', kind: undefined, priority: 1 })
    await newsOf(id)
    expect(await plant.told(id)).toContain('technician call')
    await plant.run('supervisor', id, { name: 'start', payload: {} })
    await lookAfterCalls(plant.orgId)
    expect(await callsAbout(plant.actor('supervisor'), { orderId: id })).toMatchObject([{ state: 'accepted', acceptedBy: 'supervisor' }])
  })

  test('leaves its message in the transaction of the change, and none when that fails', async () => {
    const before = await database.query(`SELECT 1 FROM outbox WHERE org_id = $1 AND topic = 'news'`, [plant.orgId])
    const id = await plant.order('supervisor')
    await expect(plant.run('supervisor', id, { name: 'assign', payload: { assigneeId: plant.people.storekeeper } })).rejects.toMatchObject({ code: 'invalid' })
    const after = await database.query(`SELECT payload FROM outbox WHERE org_id = $1 AND topic = 'news'`, [plant.orgId])
    expect(after.length - before.length).toBe(1)
  })
})

describe('a call-out', () => {
  test('goes from one to the next, then to every supervisor, then from the beginning, until somebody accepts', async () => {
    const [tom, ali] = [await plant.person('Tom', 'technician'), await plant.person('Ali', 'technician')]
    await plant.roster([tom, ali], { step_minutes: 7 })
    const id = await plant.tellIncident({ priority: 1 })
    for (let i = 0; i < 4; i += 1) await stepDue()
    const [call] = await callsAbout(plant.actor('supervisor'), { incidentId: id })
    expect(call?.steps.map(({ people, as, round }) => [people.join(), as, round])).toEqual([
      ['Tom', 'on-call', 1], ['Ali', 'on-call', 1], ['supervisor', 'supervisor', 1], ['Tom', 'on-call', 2], ['Ali', 'on-call', 2],
    ])
    expect(await myCalls({ ...plant.actor('technician'), personId: ali })).toHaveLength(1)

    await acceptCall({ ...plant.actor('technician'), personId: ali }, { id: call!.id })
    await stepDue()
    const [after] = await callsAbout(plant.actor('supervisor'), { incidentId: id })
    expect(after).toMatchObject({ state: 'accepted', acceptedBy: 'Ali', nextAt: null })
    expect(after?.steps).toHaveLength(5)
    expect((await plant.told()).filter((line) => line.endsWith('call-accepted')).sort()).toEqual(['Tom call-accepted', 'supervisor call-accepted'])
    expect(await database.query('SELECT acknowledged_by AS by FROM alarm WHERE incident_id = $1', [id])).toEqual([{ by: ali }])
  })

  test('is accepted by one, also when several tap at once; the others hear who comes', async () => {
    const people = await Promise.all(['Tom', 'Ali', 'Eva', 'Kim'].map((name) => plant.person(name, 'technician')))
    await plant.roster(people)
    await plant.tellIncident({ priority: 1 })
    const [{ id }] = await database.query<{ id: string }>('SELECT id FROM call_out WHERE org_id = $1', [plant.orgId]) as [{ id: string }]
    const answers = await Promise.allSettled(people.map((personId) => acceptCall({ ...plant.actor('technician'), personId }, { id })))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const winner = people[answers.findIndex(({ status }) => status === 'fulfilled')]!
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'conflict', message: expect.stringMatching(/was first and comes/) })
    await acceptCall({ ...plant.actor('technician'), personId: winner }, { id })
  })

  test('skips who is away and who does not work here any more', async () => {
    const [tom, ali, eva] = [await plant.person('Tom', 'technician'), await plant.person('Ali', 'technician'), await plant.person('Eva', 'technician')]
    const roster = await plant.roster([tom, ali, eva])
    await plant.insert('roster_exception', { id: newId(), roster_id: roster, from_at: new Date(Date.now() - 3_600_000), to_at: new Date(Date.now() + 3_600_000), away_id: tom })
    await database.query('UPDATE person SET active = false WHERE id = $1', [ali])
    const id = await plant.tellIncident({ priority: 1 })
    expect((await callsAbout(plant.actor('supervisor'), { incidentId: id }))[0]?.steps.map(({ people }) => people)).toEqual([['Eva']])
  })

  test.each([
    ['when the alarm is over', async (id: string) => database.query(`UPDATE incident SET state = 'resolved', resolved_at = now() WHERE id = $1`, [id]), 'over'],
    ['when the alarm is suppressed', async (id: string) => database.query('UPDATE incident SET suppressed = true WHERE id = $1', [id]), 'withdrawn'],
    ['when somebody has acknowledged the alarm', async (id: string) => acknowledge(plant.actor('supervisor'), { id }), 'accepted'],
  ])('ends %s', async (_, change, state) => {
    await plant.roster([plant.people.technician])
    const id = await plant.tellIncident({ priority: 1 })
    await change(id)
    await stepDue()
    expect(await callsAbout(plant.actor('supervisor'), { incidentId: id })).toMatchObject([{ state, steps: [{ no: 1 }] }])
  })

  test.each([
    ['shelved', `held = 'shelved'`, 'held = NULL'],
    ['folded under the first alarm of a flood', 'parent_id = id', 'parent_id = NULL'],
  ])('is not for an alarm that is %s; when that ends, somebody is called', async (_, hold, release) => {
    await plant.roster([plant.people.technician])
    const id = await plant.incident({ priority: 1 })
    const put = (change: string): Promise<unknown> => database.query(`UPDATE incident SET ${change} WHERE id = $1`, [id])
    await put(hold)
    await plant.tellAgain(id)
    expect(await plant.told()).toEqual([])
    await put(release)
    await plant.tellAgain(id)
    await put(hold)
    await stepDue()
    expect(await callsAbout(plant.actor('supervisor'), { incidentId: id })).toMatchObject([{ state: 'withdrawn', steps: [{ no: 1 }] }])
    await put(release)
    await plant.tellAgain(id)
    expect(await callsAbout(plant.actor('supervisor'), { incidentId: id })).toMatchObject([{ state: 'open', steps: [{ people: ['technician'] }, { people: ['supervisor'] }] }])
  })

  test('goes to the supervisors where nobody is on call, and to anybody where there is none', async () => {
    const id = await plant.tellIncident({ priority: 1 })
    expect((await callsAbout(plant.actor('supervisor'), { incidentId: id }))[0]?.steps).toMatchObject([{ as: 'supervisor', people: ['supervisor'] }])
    await database.query(`DELETE FROM role_grant WHERE org_id = $1 AND role IN ('supervisor', 'manager')`, [plant.orgId])
    const other = await plant.tellIncident({ priority: 1, key: 'other' })
    expect((await callsAbout(plant.actor('admin'), { incidentId: other }))[0]?.steps).toMatchObject([{ as: 'anybody', people: ['admin'] }])
  })

  test('of a nearer area and of the skill that is needed comes first', async () => {
    const [tom, ali, eva] = [await plant.person('Tom', 'technician'), await plant.person('Ali', 'technician'), await plant.person('Eva', 'technician')]
    const skill = newId()
    await plant.insert('skill', { id: skill, code: 'V', name: 'Vibration', failure_modes: ['VIB'] })
    await plant.roster([tom])
    await plant.roster([ali], { area_id: plant.assetId })
    await plant.roster([eva], { skill_id: skill, area_id: plant.assetId })
    await plant.tellIncident({ priority: 1 })
    for (let i = 0; i < 3; i += 1) await stepDue()
    const [call] = await myCalls({ ...plant.actor('technician'), personId: tom })
    expect(call?.steps.map(({ people }) => people[0])).toEqual(['Eva', 'Ali', 'Tom', 'supervisor'])
  })

  test('is not for those who were neither called nor may handle alarms there', async () => {
    await plant.roster([plant.people.technician])
    await plant.tellIncident({ priority: 1 })
    const [{ id }] = await database.query<{ id: string }>('SELECT id FROM call_out WHERE org_id = $1', [plant.orgId]) as [{ id: string }]
    await expect(acceptCall(plant.actor('storekeeper'), { id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(acceptCall(plant.actor('supervisor', newId()), { id })).rejects.toMatchObject({ code: 'not-found' })
    await acceptCall(plant.actor('supervisor'), { id })
  })
})
