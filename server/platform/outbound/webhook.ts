import { Webhook } from 'standardwebhooks'
import { webhookSecret } from './keys.ts'
import type { OutboundMessage } from './send.ts'

/** SignedMessage is what a webhook is told; id stays the same over every try, so that the receiver can tell a repetition. */
export interface SignedMessage {
  readonly id: string
  readonly url: string
  readonly endpointId: string
  readonly secretVersion: number
  readonly payload: unknown
  readonly at: Date
}

/** signedWebhook makes the request of a webhook message, signed as the Standard Webhooks specification says. */
export function signedWebhook({ id, url, endpointId, secretVersion, payload, at }: SignedMessage): OutboundMessage {
  const body = JSON.stringify(payload)
  const messageId = `msg_${id}`
  const signature = new Webhook(webhookSecret(endpointId, secretVersion)).sign(messageId, at, body)
  return {
    url, body: Buffer.from(body),
    headers: {
      'content-type': 'application/json', 'user-agent': 'Millwright', 'webhook-id': messageId, 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)), 'webhook-signature': signature,
    },
  }
}
