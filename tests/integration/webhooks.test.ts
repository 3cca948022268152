import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { changeWebhook, createWebhook, deliver, listWebhooks, renewSecret, testWebhook } from '#server/modules/notify/index.ts'
import { provideEnv } from '#server/platform/env.ts'
import { hmacOf } from '#tests/harness/browser-keys.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { testReceiver, type Receiver } from '#tests/harness/receiver.ts'
import { orderPlant, type OrderPlant } from './support/order-plant.ts'

const database = useTestDatabase()
let receiver: Receiver
let plant: OrderPlant

beforeAll(async () => { receiver = await testReceiver() })
afterAll(async () => { provideEnv({ WEBHOOK_ALLOW: '' }); await receiver.close() })
beforeEach(async () => {
  receiver.received.length = 0
  provideEnv({ WEBHOOK_ALLOW: receiver.host })
  plant = await orderPlant(database)
})

const wanted = (address: string) => ({ label: 'Pager', address, siteId: null, categories: ['call'], minPriority: 4 }) as const

/** Sends a test message and tells which of the secrets given sign it. */
async function signedBy(id: string, secrets: readonly string[]): Promise<boolean[]> {
  const rung = await testWebhook(plant.actor('admin'), { id })
  await deliver(rung)
  const got = receiver.received.at(-1)
  expect(got).toBeDefined()
  const signatures = String(got?.headers['webhook-signature']).split(' ')
  return secrets.map((secret) => signatures.includes(hmacOf(secret, String(got?.headers['webhook-id']), String(got?.headers['webhook-timestamp']), got?.body ?? Buffer.alloc(0))))
}

test('what inside the plant is reached is for whoever runs the installation to say, and for no organization', async () => {
  const admin = plant.actor('admin')
  const { id } = await createWebhook(admin, wanted(`${receiver.url}/pager`))
  provideEnv({ WEBHOOK_ALLOW: 'gateway.plant.local' })
  for (const address of [receiver.url, 'http://10.1.2.3/', 'https://[::1]/', 'https://169.254.169.254/']) {
    await expect(createWebhook(admin, wanted(address)), address).rejects.toMatchObject({ code: 'invalid', message: expect.stringMatching(/Whoever runs this installation can allow it with WEBHOOK_ALLOW\.$/), facts: { field: 'address' } })
  }
  // One that was allowed before is asked about again at every message.
  await deliver(await testWebhook(admin, { id }))
  expect(receiver.received).toEqual([])
  expect(await listWebhooks(admin)).toMatchObject([{ lastOkAt: null, lastError: expect.stringMatching(/WEBHOOK_ALLOW/) }])
})

test('a renewed secret signs at once, and the old one beside it for a day', async () => {
  const admin = plant.actor('admin')
  const { id, secret: first } = await createWebhook(admin, wanted(receiver.url))
  expect(await signedBy(id, [first])).toEqual([true])
  const { secret: second, oldUntil } = await renewSecret(admin, { id, atOnce: false })
  expect(oldUntil?.getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000)
  expect(await signedBy(id, [first, second])).toEqual([true, true])
  // Other changes leave that as it is.
  await changeWebhook(admin, { id, label: 'Pagers' })
  expect(await signedBy(id, [first, second])).toEqual([true, true])
  await database.query(`UPDATE channel_endpoint SET old_secret_until = now() - interval '1 second' WHERE id = $1`, [id])
  expect(await signedBy(id, [first, second])).toEqual([false, true])
})

test('a secret that others may know ends at once, the one before it, too', async () => {
  const admin = plant.actor('admin')
  const { id, secret: first } = await createWebhook(admin, wanted(receiver.url))
  const { secret: second } = await renewSecret(admin, { id, atOnce: false })
  const { secret: third, oldUntil } = await renewSecret(admin, { id, atOnce: true })
  expect(oldUntil).toBeNull()
  expect(await signedBy(id, [first, second, third])).toEqual([false, false, true])
  const audit = await database.query<{ action: string; text: string }>('SELECT action, a::text AS text FROM audit a WHERE org_id = $1 ORDER BY id', [plant.orgId])
  expect(audit.map(({ action }) => action)).toEqual(['webhook.create', 'webhook.renew', 'webhook.renew'])
  for (const secret of [first, second, third]) expect(audit.some(({ text }) => text.includes(secret.slice(6)))).toBe(false)
})

test('a secret is not for those who may not edit webhooks, nor for another organization', async () => {
  const { id } = await createWebhook(plant.actor('admin'), wanted(receiver.url))
  const other = await orderPlant(database, 'other')
  await expect(renewSecret(plant.actor('supervisor'), { id, atOnce: false })).rejects.toMatchObject({ code: 'not-found' })
  await expect(renewSecret(other.actor('admin'), { id, atOnce: false })).rejects.toMatchObject({ code: 'not-found' })
})
