import type { OrderEvent } from '#server/core/notify/audience.ts'
import { whoIsTold } from '#server/core/notify/audience.ts'
import { eventKey } from '#server/core/notify/keys.ts'
import { SECOND_RECORD } from '#server/core/work-orders/events.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import * as notify from '#server/modules/notify/index.ts'
import type { HistoryEntry, OrderFacts, Rung } from '#server/modules/notify/index.ts'
import * as onCall from '#server/modules/on-call/index.ts'
import type { Tx } from '#server/platform/db.ts'
import { openCall } from './open-call.ts'
import { namedIn } from './mentionable.ts'

/** OrderNews names an entry of an order's history that may concern people. */
export interface OrderNews {
  readonly orderId: string
  readonly eventId: string
}

const textOf = (data: HistoryEntry['data'], field: string): string | undefined => {
  const value = data[field]
  return typeof value === 'string' ? value : undefined
}

const mentionsOf = ({ data }: HistoryEntry): string[] => {
  const given = data['mentions']
  return Array.isArray(given) ? given.filter((id) => typeof id === 'string') : []
}

/** What an entry means for people; what came of a rule was told as an alarm. */
function eventsOf(entry: HistoryEntry, order: OrderFacts): OrderEvent['kind'][] {
  const given = order.assigneeId !== null && textOf(entry.data, 'assigneeId') === order.assigneeId
  switch (entry.type) {
    case 'created':
      return [...(order.status === 'requested' && order.source !== 'condition' ? ['order-requested' as const] : []), ...(given ? ['order-assigned' as const] : [])]
    case 'assigned': case 'scheduled':
      return given ? ['order-assigned'] : []
    case 'commented':
      return ['order-commented']
    case 'completed':
      return order.verificationRequired ? ['order-to-verify'] : []
    // Two records of the same work: whoever verifies decides which holds.
    case SECOND_RECORD:
      return entry.data['review'] === undefined ? [] : ['order-to-verify']
    default:
      return []
  }
}

/** tellOfOrder tells people of what was done on an order, and calls somebody out for an urgent request. Telling it again changes nothing. */
export async function tellOfOrder(tx: Tx, { orderId, eventId }: OrderNews, now: number): Promise<Rung[]> {
  const order = await notify.orderFacts(tx, orderId)
  const entry = await notify.historyEntry(tx, eventId)
  if (!order || !entry) return []
  const kinds = eventsOf(entry, order)
  const requested = entry.type === 'created' && order.source === 'request' && order.status === 'requested'
  if (kinds.length === 0 && !requested) return []
  const scene = await onCall.sceneOf(tx, order.siteId, order.assetId, order.failureMode, now)
  const text = textOf(entry.data, 'text')
  const params = {
    assetId: order.assetId, assetTag: order.assetTag, assetName: order.assetName, number: formatNumber(order.no), title: order.title,
    ...(entry.actorName === null ? {} : { by: entry.actorName }), ...(text === undefined ? {} : { text: text.slice(0, 500) }),
  }
  const about = { siteId: order.siteId, zone: order.zone, priority: order.priority, safety: order.safety, subject: { type: 'work-order', id: order.id }, params } as const
  const rung: Rung[] = []
  for (const kind of kinds) {
    const world = {
      onCall: [], supervisors: [], toldBefore: [], assigneeId: order.assigneeId, mentioned: [...mentionsOf(entry), ...(text === undefined ? [] : namedIn(scene, text))],
      deciders: onCall.decidersOf(scene, kind === 'order-to-verify' ? 'work-order.verify' : 'work-order.approve'),
    }
    const event = { ...about, key: eventKey(kind, order.id, eventId) }
    const people = await notify.tellPeople(tx, event, whoIsTold({ kind, actorId: entry.actorId }, world))
    rung.push(...people.rung, ...(people.told.length === 0 ? [] : await notify.tellWebhooks(tx, kind, event, people.told)))
  }
  if (requested && onCall.callsSomebody(scene, order)) rung.push(...await openCall(tx, scene, { ...about, subject: about.subject, assetId: order.assetId, key: `order:${order.id}` }, now))
  return rung
}
