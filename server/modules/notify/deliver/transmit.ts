import { AppError } from '#server/core/kernel/errors.ts'
import { isKind, params } from '#server/core/notify/kinds.ts'
import { DIGEST } from '#server/core/notify/plan.ts'
import { messageOf, pushOf, type Line } from '#server/core/notify/words/index.ts'
import { localeOf } from '#server/core/people/locales.ts'
import { now } from '#server/platform/clock.ts'
import { isRefusedForGood, sendMail } from '#server/platform/mail/send-mail.ts'
import { allowedInside } from '#server/platform/outbound/allow.ts'
import { sendOutbound, type OutboundAnswer, type OutboundMessage } from '#server/platform/outbound/send.ts'
import { signedWebhook } from '#server/platform/outbound/webhook.ts'
import { pushRequest } from '#server/platform/push/push-request.ts'
import { linkOf, settingsLink } from '../link.ts'
import type { Claimed, ClaimedItem } from './claim.repo.ts'

/** Outcome is how a try ended: taken, failed for now, failed for good, or the endpoint is gone. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: string; readonly then: 'retry' | 'give-up' | 'switch-off' }

/** Content is what a message needs besides its own row. */
export interface Content {
  readonly locale: string
  readonly items: readonly ClaimedItem[]
}

const linesOf = (items: readonly ClaimedItem[]): Line[] => items.flatMap((item) => {
  const parsed = params.safeParse(item.params)
  const known = parsed.success ? parsed.data : {}
  return isKind(item.kind) ? [{ kind: item.kind, priority: item.priority, params: known, repeat: item.repeat, url: linkOf(item, known) }] : []
})

function judge({ status, location, text }: OutboundAnswer, gone: readonly number[]): Outcome {
  if (status >= 200 && status < 300) return { ok: true }
  if (gone.includes(status)) return { ok: false, error: 'It is not there any more.', then: 'switch-off' }
  if (status >= 300 && status < 400) return { ok: false, error: `It sends elsewhere${location === null ? '' : ` (${location.slice(0, 200)})`}, which is not followed: enter the address that is meant.`, then: 'retry' }
  const said = text.replace(/\s+/g, ' ').trim().slice(0, 200)
  return { ok: false, error: `It answers ${status}.${said === '' ? '' : ` It says: ${said}`}`, then: 'retry' }
}

const send = async (message: OutboundMessage, gone: readonly number[]): Promise<Outcome> => judge(await sendOutbound(message, allowedInside()), gone)

async function attempt(claimed: Claimed, { locale, items }: Content): Promise<Outcome> {
  const { endpoint, id, urgent } = claimed
  const digest = claimed.groupKey === DIGEST
  switch (claimed.channel) {
    case 'email': {
      const { subject, text } = messageOf(linesOf(items), localeOf(locale), { digest, settingsUrl: settingsLink() })
      await sendMail({ id, to: endpoint.address, subject, text })
      return { ok: true }
    }
    case 'push': {
      const payload = { id, tag: urgent ? id : claimed.groupKey, urgent, ...pushOf(linesOf(items), localeOf(locale), digest) }
      return send(pushRequest({ id, endpoint: endpoint.address, key: endpoint.pushKey ?? '', auth: endpoint.pushAuth ?? '', payload, urgent }), [404, 410])
    }
    case 'webhook': {
      const { secretVersion, oldSecretUntil } = endpoint
      const at = now()
      const secretVersions = oldSecretUntil !== null && oldSecretUntil > at ? [secretVersion, secretVersion - 1] : [secretVersion]
      return send(signedWebhook({ id, url: endpoint.address, endpointId: endpoint.id, secretVersions, payload: claimed.payload, at }), [410])
    }
  }
}

/** transmit tries to send a message and tells in words how that went; it throws only for defects. */
export async function transmit(claimed: Claimed, content: Content): Promise<Outcome> {
  try {
    return await attempt(claimed, content)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (claimed.channel === 'push' && error.code === 'invalid') return { ok: false, error: error.message, then: 'switch-off' }
    return { ok: false, error: error.message, then: isRefusedForGood(error) ? 'give-up' : 'retry' }
  }
}
