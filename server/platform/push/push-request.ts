import webPush from 'web-push'
import { AppError } from '../../core/kernel/errors.ts'
import { env } from '../env.ts'
import { publicUrl } from '../origins.ts'
import { vapidKeys } from '../outbound/keys.ts'
import type { OutboundMessage } from '../outbound/send.ts'

/** PushMessage is what a browser is told while nobody looks at its pages. */
export interface PushMessage {
  /** Names the message over every try: a push service that still holds an earlier try replaces it. */
  readonly id: string
  readonly endpoint: string
  readonly key: string
  readonly auth: string
  readonly payload: unknown
  readonly urgent: boolean
}

const KEPT_S = 24 * 3600

// Push services want to know whom to write to about a sender.
function subject(): string {
  const { MAIL_FROM, ...rest } = env()
  const address = MAIL_FROM === undefined ? null : (/<([^>]+)>/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM)
  const url = publicUrl(rest)
  return address === null ? (url.startsWith('https://') ? url : 'mailto:millwright@localhost.invalid') : `mailto:${address}`
}

/** pushRequest makes the encrypted request (RFC 8291, signed by VAPID) of a push message; 'invalid' when the browser's keys are none. */
export function pushRequest({ id, endpoint, key, auth, payload, urgent }: PushMessage): OutboundMessage {
  try {
    const details = webPush.generateRequestDetails({ endpoint, keys: { p256dh: key, auth } }, JSON.stringify(payload), {
      vapidDetails: { subject: subject(), ...vapidKeys() }, TTL: KEPT_S, urgency: urgent ? 'high' : 'normal', contentEncoding: 'aes128gcm', topic: id.replaceAll('-', ''),
    })
    const headers = Object.entries(details.headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const)
    return { url: details.endpoint, headers: Object.fromEntries(headers.filter(([name]) => name !== 'content-length')), body: details.body ?? Buffer.alloc(0) }
  } catch (error) {
    throw new AppError('invalid', 'The browser\'s keys cannot be used: switch push messages off and on again there.', { cause: String(error) })
  }
}
