import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseAllowed, type Allowed } from '#server/core/outbound/target.ts'
import { env, provideEnv } from '#server/platform/env.ts'
import { isRefusedForGood, sendMail } from '#server/platform/mail/send-mail.ts'
import { vapidKeys, webhookSecret } from '#server/platform/outbound/keys.ts'
import { sendOutbound } from '#server/platform/outbound/send.ts'
import { signedWebhook } from '#server/platform/outbound/webhook.ts'
import { pushRequest } from '#server/platform/push/push-request.ts'
import { browserKeys, hmacOf, vapidClaims } from '#tests/harness/browser-keys.ts'
import { testReceiver, type Receiver } from '#tests/harness/receiver.ts'
import { testMail, type TestMail } from '#tests/harness/smtp.ts'

let inside: Receiver
let other: Receiver
let mail: TestMail
const allow = (...patterns: string[]): Allowed[] => patterns.map((pattern) => parseAllowed(pattern)!)
const message = (url: string) => ({ url, headers: { 'content-type': 'text/plain' }, body: Buffer.from('hello') })

beforeAll(async () => {
  inside = await testReceiver()
  other = await testReceiver()
  mail = await testMail({ user: 'millwright', pass: 'a password' })
  provideEnv({ MILLWRIGHT_SECRET: 'a secret for tests only, 32 long!', SMTP_URL: mail.url.replace('a password', 'a%20password'), MAIL_FROM: 'Millwright <millwright@plant.example>', LOG_LEVEL: 'silent' })
})
afterAll(() => Promise.all([inside.close(), other.close(), mail.close()]))
beforeEach(() => {
  inside.behave('ok')
  inside.received.length = 0
  other.received.length = 0
})

describe('a request to somebody else\'s server', () => {
  test('arrives as it was sent', async () => {
    expect(await sendOutbound(message(`${inside.url}/hook?a=b`), allow(inside.host))).toMatchObject({ status: 200 })
    expect(inside.received).toMatchObject([{ path: '/hook?a=b', headers: { 'content-type': 'text/plain', host: inside.host } }])
    expect(inside.received[0]?.body.toString()).toBe('hello')
  })

  test.each([
    ['this machine', () => inside.url, []],
    ['this machine by name', () => inside.url.replace('127.0.0.1', 'localhost'), []],
    ['this machine at another port than allowed', () => inside.url, ['127.0.0.1:1']],
    ['this machine in one number', () => inside.url.replace('127.0.0.1', '2130706433'), []],
    ['this machine inside IPv6', () => inside.url.replace('127.0.0.1', '[::ffff:127.0.0.1]'), []],
    ['this machine, only the name allowed', () => inside.url.replace('127.0.0.1', 'localhost'), ['localhost']],
  ])('never reaches %s unless the address is allowed', async (_, url, patterns) => {
    await expect(sendOutbound(message(url()), allow(...patterns))).rejects.toMatchObject({ code: 'forbidden' })
    expect(inside.received).toEqual([])
  })

  test('follows no redirect, neither elsewhere nor to the same host', async () => {
    for (const redirectTo of [`${other.url}/stolen`, `${inside.url}/again`]) {
      inside.behave({ redirectTo })
      expect(await sendOutbound(message(inside.url), allow(inside.host, other.host))).toMatchObject({ status: 307, location: redirectTo })
    }
    expect(other.received).toEqual([])
    expect(inside.received).toHaveLength(2)
  })

  test('ends when nobody answers', async () => {
    inside.behave('hang')
    await expect(sendOutbound(message(inside.url), allow(inside.host), 100)).rejects.toMatchObject({ code: 'unavailable', message: '127.0.0.1 did not answer within 0.1 s.' })
  })

  test('ends when the answer does not', async () => {
    inside.behave('endless')
    expect((await sendOutbound(message(inside.url), allow(inside.host))).text.length).toBeLessThanOrEqual(8192)
  })

  test('says in words that a host is not known, or refuses', async () => {
    await expect(sendOutbound(message('https://nowhere.invalid/'), [])).rejects.toThrow('The host nowhere.invalid is not known.')
    await expect(sendOutbound(message('http://127.0.0.1:1/'), allow('127.0.0.1'))).rejects.toThrow('127.0.0.1 refuses the connection.')
  })

  test('is not larger than it may be', async () => {
    await expect(sendOutbound({ ...message(inside.url), body: Buffer.alloc(256 * 1024 + 1) }, allow(inside.host))).rejects.toMatchObject({ code: 'too-large' })
  })
})

describe('a webhook message', () => {
  test('is signed as Standard Webhooks says, with an id that a receiver can know again', async () => {
    const signed = { id: 'x1', url: `${inside.url}/hook`, endpointId: 'e1', secretVersions: [1], payload: { type: 'call', n: 1 } }
    await sendOutbound(signedWebhook({ ...signed, at: new Date(1_700_000_000_000) }), allow(inside.host))
    await sendOutbound(signedWebhook({ ...signed, at: new Date(1_700_000_060_000) }), allow(inside.host))
    const [first, second] = inside.received
    expect([first?.headers['webhook-id'], second?.headers['webhook-id']]).toEqual(['msg_x1', 'msg_x1'])
    for (const request of [first!, second!]) {
      expect(request.headers['webhook-signature']).toBe(hmacOf(webhookSecret('e1', 1), 'msg_x1', String(request.headers['webhook-timestamp']), request.body))
      expect(JSON.parse(request.body.toString())).toEqual({ type: 'call', n: 1 })
    }
  })

  test('carries the signatures of both secrets while an old one still holds', async () => {
    await sendOutbound(signedWebhook({ id: 'x2', url: inside.url, endpointId: 'e1', secretVersions: [2, 1], payload: {}, at: new Date(1_700_000_000_000) }), allow(inside.host))
    const [got] = inside.received
    expect(String(got?.headers['webhook-signature']).split(' ')).toEqual([2, 1].map((version) => hmacOf(webhookSecret('e1', version), 'msg_x2', '1700000000', got!.body)))
  })

  test('has a secret of its own for every endpoint and every turn', () => {
    const secrets = [webhookSecret('e1', 1), webhookSecret('e1', 2), webhookSecret('e2', 1)]
    expect(new Set(secrets).size).toBe(3)
    for (const secret of secrets) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(webhookSecret('e1', 1)).toBe(secrets[0])
  })
})

describe('a push message', () => {
  test('can be read by the browser it is for and by nobody else, and names its sender', async () => {
    const browser = browserKeys()
    const request = pushRequest({ id: '0190b0b0-0000-7000-8000-000000000001', endpoint: `${inside.url}/push/1`, key: browser.key, auth: browser.auth, payload: { title: 'Grüße' }, urgent: true })
    await sendOutbound(request, allow(inside.host))
    const [got] = inside.received
    expect(browser.read(got!)).toEqual({ title: 'Grüße' })
    expect(got?.body.toString('latin1')).not.toContain('title')
    expect(() => browserKeys().read(got!)).toThrow()
    expect(got?.headers).toMatchObject({ ttl: '86400', urgency: 'high', topic: '0190b0b0000070008000000000000001', 'content-encoding': 'aes128gcm' })
    expect(vapidClaims(got!, vapidKeys().publicKey)).toMatchObject({ aud: inside.url, sub: 'mailto:millwright@plant.example' })
  })

  test('has a sender\'s key that stays', () => {
    expect(vapidKeys()).toEqual(vapidKeys())
    expect(Buffer.from(vapidKeys().publicKey, 'base64url')).toHaveLength(65)
  })

  test('is refused in words for keys that are none', () => {
    expect(() => pushRequest({ id: 'x', endpoint: 'https://push.example/1', key: 'AAAA', auth: 'AAAA', payload: {}, urgent: false })).toThrow(/keys cannot be used/)
  })
})

describe('a mail', () => {
  const write = (to: string, id = 'd1') => sendMail({ id, to, subject: 'Alarm an CT-301: zu warm', text: 'Priorität 2\nÖffnen: https://plant.example/x' })

  test('is taken by a server that wants a name and a password, with the key in its Message-ID', async () => {
    await write('tom@plant.example')
    expect(mail.mails).toHaveLength(1)
    const [got] = mail.mails
    expect(got).toMatchObject({ from: 'millwright@plant.example', to: ['tom@plant.example'] })
    expect(got?.header('subject')).toBe('Alarm an CT-301: zu warm')
    expect(got?.header('message-id')).toBe(`<d1@${new URL(env().MW_PUBLIC_URL ?? 'http://127.0.0.1').hostname}>`)
    expect(got?.header('idempotency-key')).toBe('d1')
    expect(got?.header('auto-submitted')).toBe('auto-generated')
    expect(got?.text.trim()).toBe('Priorität 2\nÖffnen: https://plant.example/x')
  })

  test('goes to one mailbox, whatever stands in its address', async () => {
    await write('tom@plant.example, everybody@plant.example').catch((error: unknown) => expect(error).toBeDefined())
    expect(mail.mails.flatMap(({ to }) => to)).not.toContain('everybody@plant.example')
  })

  test.each([['gone@plant.example', 'refuse', true], ['full@plant.example', 'later', false]] as const)('%s: an answer for good is told from one for now', async (to, behaviour, forGood) => {
    mail.behave(to, behaviour)
    const error: unknown = await write(to).catch((failure: unknown) => failure)
    expect(error).toMatchObject({ code: 'unavailable' })
    expect(isRefusedForGood(error)).toBe(forGood)
  })

  test('says in words what is wrong with the server', async () => {
    const before = env().SMTP_URL ?? ''
    try {
      provideEnv({ SMTP_URL: before.replace('a%20password', 'wrong') })
      await expect(write('tom@plant.example')).rejects.toThrow(/does not let Millwright in/)
      provideEnv({ SMTP_URL: 'smtp://127.0.0.1:1' })
      await expect(write('tom@plant.example')).rejects.toThrow('The mail server does not answer.')
    } finally {
      provideEnv({ SMTP_URL: before })
    }
  })
})
