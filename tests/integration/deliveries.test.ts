import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { provideEnv } from '#server/platform/env.ts'
import { newId } from '#server/platform/ids.ts'
import { vapidKeys } from '#server/platform/outbound/keys.ts'
import { prepareQueue } from '#server/queue/backend.ts'
import { closeQueues } from '#server/queue/client.ts'
import { startWorker, type WorkerProcess } from '#tests/faults/worker-process.ts'
import { browserKeys, vapidClaims } from '#tests/harness/browser-keys.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { until } from '#tests/harness/process.ts'
import { testReceiver, type Receiver } from '#tests/harness/receiver.ts'
import { testRedis, type TestRedis } from '#tests/harness/redis.ts'
import { testMail, type TestMail } from '#tests/harness/smtp.ts'
import { allSent, deliveriesOf, hooksAt, raise } from './support/delivery-scenarios.ts'
import { toldPlant, type ToldPlant } from './support/told-plant.ts'

const TIMEOUT_MS = 120_000

describe.each(['PostgreSQL', 'Redis'] as const)('messages, with the queue on %s', (backend) => {
  const database = useTestDatabase()
  let redis: TestRedis | undefined
  let mail: TestMail
  let receiver: Receiver
  let elsewhere: Receiver
  let plant: ToldPlant
  let worker: WorkerProcess

  beforeAll(async () => {
    mail = await testMail()
    receiver = await testReceiver()
    elsewhere = await testReceiver()
    if (backend === 'Redis') redis = await testRedis()
    provideEnv({ SMTP_URL: mail.url, MAIL_FROM: 'Millwright <millwright@plant.example>', REDIS_URL: redis?.url ?? '', WEBHOOK_ALLOW: `${receiver.host}, ${elsewhere.host}` })
    await prepareQueue()
    worker = await startWorker()
  }, TIMEOUT_MS)
  afterAll(async () => {
    await worker.stop()
    await closeQueues()
    provideEnv({ REDIS_URL: '', SMTP_URL: '', MAIL_FROM: '', WEBHOOK_ALLOW: '' })
    await Promise.all([mail.close(), receiver.close(), elsewhere.close(), redis?.close()])
  })
  beforeEach(async () => {
    receiver.behave('ok')
    receiver.received.length = 0
    mail.mails.length = 0
    plant = await toldPlant(database)
  })
  afterEach(() => receiver.release())

  const hook = (path: string, more = {}): Promise<string> => plant.webhook(`${receiver.url}${path}`, more)
  const rings = (where: string): Promise<unknown> => database.query(`UPDATE delivery SET due_at = now() WHERE org_id = $1 AND ${where}`, [plant.orgId])

  test('tell of an urgent alarm by mail, push and webhook, each once and with its key', async () => {
    const browser = browserKeys()
    await plant.roster([plant.people.technician])
    await plant.insert('channel_endpoint', { id: newId(), kind: 'push', person_id: plant.people.technician, label: 'Phone', address: `${receiver.url}/push`, push_key: browser.key, push_auth: browser.auth })
    await plant.insert('channel_endpoint', { id: newId(), kind: 'phone', person_id: plant.people.technician, label: 'x', address: '+49 170 1234567' })
    await database.query(`UPDATE person SET locale = 'de' WHERE id = $1`, [plant.people.technician])
    const hookId = await hook('/hook')
    await raise(plant, { priority: 1 })

    await until('both mails to the technician are there', () => mail.mails.filter(({ to }) => to.includes('technician@plant.example')).length === 2)
    await until('both push messages are there', () => receiver.received.filter(({ path }) => path === '/push').length === 2)
    await allSent(database, hookId, 2)

    const toTechnician = mail.mails.filter(({ to }) => to.includes('technician@plant.example')).map((one) => ({ subject: one.header('subject'), text: one.text, id: one.header('message-id') }))
    const deliveries = await database.query<{ id: string }>(`SELECT d.id FROM delivery d JOIN channel_endpoint e ON e.org_id = d.org_id AND e.id = d.endpoint_id WHERE e.person_id = $1 AND d.channel = 'email'`, [plant.people.technician])
    expect(toTechnician.map(({ id }) => id).sort()).toEqual(deliveries.map(({ id }) => `<${id}@127.0.0.1>`).sort())
    const call = toTechnician.find(({ subject }) => subject?.startsWith('Bitte kommen'))
    expect(call?.subject).toBe('Bitte kommen: CT-301 Cooling-tower fan')
    expect(call?.text).toContain('Priorität 1, kritisch. Vibration: 2,09 [g], Grenze 0,5 [g]. Sie haben Bereitschaft. Nehmen Sie innerhalb von 10 min an')
    expect(mail.mails.filter(({ to }) => to.includes('supervisor@plant.example')).map((one) => one.header('subject'))).toEqual(['Alarm at CT-301 Cooling-tower fan'])

    const pushes = receiver.received.filter(({ path }) => path === '/push')
    expect(pushes.map((push) => (browser.read(push) as { title: string }).title).sort()).toEqual(['Alarm an CT-301 Cooling-tower fan', 'Bitte kommen: CT-301 Cooling-tower fan'])
    for (const push of pushes) expect(vapidClaims(push, vapidKeys().publicKey).aud).toBe(receiver.url)

    const hooks = hooksAt(receiver, '/hook', hookId)
    expect(hooks.map(({ type }) => type).sort()).toEqual(['alarm.alarm-opened', 'call.call'])
    expect(hooks.find(({ type }) => type === 'call.call')?.data).toMatchObject({ priority: 1, asset: 'CT-301', to: [{ name: 'technician', phone: '+49 170 1234567' }], title: 'Please come: CT-301 Cooling-tower fan' })
  }, TIMEOUT_MS)

  test('come again with the same key until the receiver takes them', async () => {
    const hookId = await hook('/fails', { categories: ['alarm'] })
    receiver.behave('fail', '/fails')
    await raise(plant, { priority: 2 })
    await until('it was tried twice', () => receiver.received.filter(({ path }) => path === '/fails').length >= 2, 30_000)
    expect(await deliveriesOf(database, hookId)).toMatchObject([{ lastError: 'It answers 500. It says: out of order' }])
    receiver.behave('ok', '/fails')
    await allSent(database, hookId)
    expect(new Set(hooksAt(receiver, '/fails', hookId).map(({ id }) => id)).size).toBe(1)
  }, TIMEOUT_MS)

  test('to a place that hangs do not hold up the others', async () => {
    const [hanging, well] = [await hook('/hangs', { categories: ['alarm'] }), await hook('/well', { categories: ['alarm'] })]
    receiver.behave('hang', '/hangs')
    for (let i = 0; i < 12; i += 1) await raise(plant, { priority: 1, key: `k${i}` })
    await allSent(database, well, 12)
    await until('every mail has got through, with all that it tells', async () => {
      const [row] = await database.query<{ told: number; unsent: number }>(
        `SELECT count(*)::int AS told, count(*) FILTER (WHERE d.state <> 'sent')::int AS unsent FROM delivery d JOIN delivery_item i ON i.org_id = d.org_id AND i.delivery_id = d.id
         WHERE d.org_id = $1 AND d.channel = 'email'`, [plant.orgId],
      )
      return row?.unsent === 0 && row.told === 24
    })
    expect(mail.mails.length).toBeGreaterThan(0)
    // The place that hangs has one of its twelve at most, and holds it still.
    const stuck = await deliveriesOf(database, hanging)
    expect(stuck.filter(({ state }) => state === 'sent')).toEqual([])
    expect(stuck.filter(({ state }) => state === 'sending').length).toBeLessThanOrEqual(1)
    receiver.behave('ok', '/hangs')
    receiver.release()
    await rings(`state = 'retrying'`)
    await allSent(database, hanging, 12)
    expect(new Set(hooksAt(receiver, '/hangs', hanging).map(({ id }) => id)).size).toBe(12)
  }, TIMEOUT_MS)

  test('go where they are addressed and nowhere else', async () => {
    const moved = await hook('/moved', { categories: ['alarm'] })
    const inside = await plant.webhook('http://127.0.0.1:1/', { categories: ['alarm'] })
    receiver.behave({ redirectTo: `${elsewhere.url}/stolen` }, '/moved')
    await raise(plant, { priority: 1 })
    await until('both were tried', async () => (await Promise.all([moved, inside].map((id) => deliveriesOf(database, id)))).every((rows) => rows[0]?.lastError != null))
    expect((await deliveriesOf(database, moved))[0]?.lastError).toMatch(/^It sends elsewhere \(.*\/stolen\), which is not followed/)
    expect((await deliveriesOf(database, inside))[0]?.lastError).toMatch(/to this machine or another special place/)
    expect(elsewhere.received).toEqual([])
  }, TIMEOUT_MS)

  test('survive a worker that dies between sending and noting it: sent again, with the same key', async () => {
    const hookId = await hook('/dies', { categories: ['alarm'] })
    receiver.behave('hang', '/dies')
    await raise(plant, { priority: 1 })
    await until('the receiver has it', () => receiver.received.some(({ path }) => path === '/dies'))
    await worker.kill()
    receiver.release()
    receiver.behave('ok', '/dies')
    expect(await deliveriesOf(database, hookId)).toMatchObject([{ state: 'sending', attempts: 1 }])
    worker = await startWorker()
    // The dead worker's claim runs out.
    await database.query('UPDATE delivery SET claimed_until = now() WHERE org_id = $1', [plant.orgId])
    await allSent(database, hookId)
    const hooks = hooksAt(receiver, '/dies', hookId)
    expect(hooks.length).toBeGreaterThanOrEqual(2)
    expect(new Set(hooks.map(({ id }) => id)).size).toBe(1)
  }, TIMEOUT_MS)

  test('that a mailbox refuses are given up; a browser that is gone is not asked again; both leave the others alone', async () => {
    const gone = newId()
    const browser = browserKeys()
    await plant.roster([plant.people.technician])
    await plant.insert('channel_endpoint', { id: gone, kind: 'push', person_id: plant.people.technician, label: 'Old phone', address: `${receiver.url}/gone`, push_key: browser.key, push_auth: browser.auth })
    mail.behave('supervisor@plant.example', 'refuse')
    receiver.behave('gone', '/gone')
    await raise(plant, { priority: 1 })
    await until('the technician has his mails', () => mail.mails.filter(({ to }) => to.includes('technician@plant.example')).length === 2)
    await until('the browser is switched off', async () => (await database.query('SELECT 1 FROM channel_endpoint WHERE id = $1 AND NOT enabled', [gone])).length === 1)
    await until('the refused mail is given up', async () => (await database.query(`SELECT 1 FROM delivery WHERE org_id = $1 AND state = 'given-up' AND last_error LIKE '%no such mailbox%'`, [plant.orgId])).length === 1)
    mail.behave('supervisor@plant.example', 'take')
    expect(await database.query(`SELECT detail FROM health_notice WHERE org_id = $1 AND kind = 'endpoint' AND resolved_at IS NULL`, [plant.orgId]))
      .toEqual([{ detail: expect.stringMatching(/^supervisor@plant\.example: .*no such mailbox/) }])
  }, TIMEOUT_MS)

  test('gather what comes while they wait, and go out as one', async () => {
    for (let i = 0; i < 6; i += 1) await raise(plant, { priority: 2, key: `k${i}` })
    await until('all six gather in one', async () => (await plant.messages()).includes('email supervisor alarm 6'))
    await rings(`state = 'waiting'`)
    // A mail that an earlier plant still waited for may come meanwhile.
    const gathered = (): number => mail.mails.filter((one) => one.header('subject') === '6 messages: Alarm at CT-301 Cooling-tower fan').length
    await until('the mail is there', () => gathered() > 0)
    expect(gathered()).toBe(1)
    expect(await database.query(`SELECT count(*)::int AS mails FROM delivery WHERE org_id = $1 AND channel = 'email'`, [plant.orgId])).toEqual([{ mails: 1 }])
  }, TIMEOUT_MS)
})
