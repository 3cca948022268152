import { CATEGORY_OF, isUrgent, type Kind } from '#server/core/notify/kinds.ts'
import { routeOf } from '#server/core/notify/route.ts'
import { wordsOf } from '#server/core/notify/words/index.ts'
import { now } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db.ts'
import { linkOf } from '../link.ts'
import { addresseesOf, insertMessage, webhooksOf, type WebhookRow } from '../webhooks/webhooks.repo.ts'
import type { Rung } from './tell.repo.ts'
import type { Event } from './tell-people.ts'

const hears = (webhook: WebhookRow, kind: Kind, event: Event): boolean =>
  webhook.enabled && webhook.categories.includes(CATEGORY_OF[kind]) && (webhook.siteId === null || webhook.siteId === event.siteId) &&
  (event.safety || event.priority === null || event.priority <= webhook.minPriority)

/** payloadOf is what a webhook is told: fields for programs, and words for whoever reads them aloud. */
async function payloadOf(tx: Tx, kind: Kind, event: Event, to: readonly string[]): Promise<Record<string, unknown>> {
  const { params, subject, priority, safety, siteId } = event
  const words = wordsOf({ kind, priority, params, repeat: 0 }, 'en')
  return {
    type: `${CATEGORY_OF[kind]}.${kind}`, timestamp: now().toISOString(),
    data: {
      event: kind, category: CATEGORY_OF[kind], priority, safety, siteId, subject, order: params.number ?? null, asset: params.assetTag ?? null,
      title: words.title, text: words.line,
      url: linkOf({ subjectType: subject.type, subjectId: subject.id }, params), to: await addresseesOf(tx, to),
    },
  }
}

/** tellWebhooks leaves a message for every webhook that wants to hear of an event, once for each; `to` are the people it is meant for. */
export async function tellWebhooks(tx: Tx, kind: Kind, event: Event, to: readonly string[]): Promise<Rung[]> {
  const hearing = (await webhooksOf(tx)).filter((webhook) => hears(webhook, kind, event))
  if (hearing.length === 0) return []
  const payload = await payloadOf(tx, kind, event, to)
  const urgent = isUrgent({ kind, priority: event.priority, safety: event.safety })
  const rung: Rung[] = []
  for (const { id, address } of hearing) {
    const made = await insertMessage(tx, { endpointId: id, key: `${id}:${event.key}`, route: routeOf('webhook', { id, address }), groupKey: CATEGORY_OF[kind], urgent, payload })
    if (made) rung.push({ orgId: tx.orgId, deliveryId: made.id, attempts: 0, dueAt: made.dueAt })
  }
  return rung
}

/** tellOneWebhook leaves a test message for one webhook, whatever it wants to hear of. */
export async function tellOneWebhook(tx: Tx, webhook: WebhookRow, event: Event): Promise<Rung> {
  const payload = await payloadOf(tx, 'test', event, [])
  const made = await insertMessage(tx, { endpointId: webhook.id, key: `${webhook.id}:${event.key}`, route: routeOf('webhook', webhook), groupKey: 'test', urgent: true, payload })
  if (!made) throw new Error('the test message was there already')
  return { orgId: tx.orgId, deliveryId: made.id, attempts: 0, dueAt: made.dueAt }
}
