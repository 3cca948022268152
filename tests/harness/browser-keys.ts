import { createDecipheriv, createECDH, createHmac, createPublicKey, randomBytes, verify } from 'node:crypto'
import type { Received } from './receiver.ts'

/** BrowserKeys stand for a browser's push subscription: what it tells the server, and how it reads what comes. */
export interface BrowserKeys {
  readonly key: string
  readonly auth: string
  /** Decrypts a push request as a browser does (RFC 8291); throws when it is not for these keys. */
  readonly read: (request: Received) => unknown
}

const hmac = (key: Buffer, ...parts: (Buffer | string)[]): Buffer => createHmac('sha256', key).update(Buffer.concat(parts.map((part) => Buffer.from(part)))).digest()

/** browserKeys makes the keys of a new subscription. Decrypting is written from RFC 8291 and 8188, not with the library that encrypts. */
export function browserKeys(): BrowserKeys {
  const pair = createECDH('prime256v1')
  const own = pair.generateKeys()
  const auth = randomBytes(16)
  return {
    key: own.toString('base64url'), auth: auth.toString('base64url'),
    read: ({ body }) => {
      const [salt, senderLength] = [body.subarray(0, 16), body[20] ?? 0]
      const sender = body.subarray(21, 21 + senderLength)
      const shared = hmac(hmac(auth, pair.computeSecret(sender)), 'WebPush: info\0', own, sender, '\x01')
      const secret = hmac(salt, shared)
      const decipher = createDecipheriv('aes-128-gcm', hmac(secret, 'Content-Encoding: aes128gcm\0\x01').subarray(0, 16), hmac(secret, 'Content-Encoding: nonce\0\x01').subarray(0, 12))
      decipher.setAuthTag(body.subarray(-16))
      const plain = Buffer.concat([decipher.update(body.subarray(21 + senderLength, -16)), decipher.final()])
      return JSON.parse(plain.subarray(0, plain.lastIndexOf(2)).toString('utf8'))
    },
  }
}

/** vapidClaims reads who sent a push request (RFC 8292), after checking the signature against the public key given; throws when it is forged. */
export function vapidClaims(request: Received, publicKey: string): { readonly aud: string; readonly sub: string; readonly exp: number } {
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(request.headers.authorization ?? '') ?? []
  if (key !== publicKey) throw new Error(`signed by another key: ${key}`)
  const point = Buffer.from(publicKey, 'base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') }
  const [head = '', body = '', signature = ''] = token.split('.')
  const good = verify('sha256', Buffer.from(`${head}.${body}`), { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
  if (!good) throw new Error('the signature is wrong')
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))
}

/** hmacOf is the signature of Standard Webhooks, computed from the specification and not by the library that signs. */
export const hmacOf = (secret: string, id: string, timestamp: string, body: Buffer): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64')).update(`${id}.${timestamp}.${body.toString('utf8')}`).digest('base64')}`
