import { Webhook } from 'standardwebhooks'
import { webhookSecret } from './keys.ts'
import type { OutboundMessage } from './send.ts'

/** SignedMessage is what a webhook is told; id stays the same over every try, so that the receiver can tell a repetition. */
export interface SignedMessage {
  readonly id: string
  readonly url: string
  readonly endpointId: string
  /** The version in force, and the one before it while that still signs. */
  readonly secretVersions: readonly number[]
  readonly payload: unknown
  readonly at: Date
}

/** signedWebhook makes the request of a webhook message, signed as the Standard Webhooks specification says. */
export function signedWebhook({ id, url, endpointId, secretVersions, payload, at }: SignedMessage): OutboundMessage {
  const body = JSON.stringify(payload)
  const messageId = `msg_${id}`
  // Several signatures stand beside each other, by spaces: the receiver takes the message when one of them is right.
  const signature = secretVersions.map((version) => new Webhook(webhookSecret(endpointId, version)).sign(messageId, at, body)).join(' ')
  return {
    url, body: Buffer.from(body),
    headers: {
      'content-type': 'application/json', 'user-agent': 'Millwright', 'webhook-id': messageId, 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)), 'webhook-signature': signature,
    },
  }
}
