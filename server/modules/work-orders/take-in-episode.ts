import { notFound } from '#server/core/kernel/errors.ts'
import type { SystemActor } from '#server/core/people/actor.ts'
import { decide } from '#server/core/work-orders/decide.ts'
import { TICKET_EVENTS } from '#server/core/work-orders/events.ts'
import type { OrderPatch } from '#server/core/work-orders/order.ts'
import { dueAt } from '#server/core/work-orders/priority.ts'
import { raisedTo, ticketPatch, type TicketChange } from '#server/core/work-orders/ticket-change.ts'
import type { SkipReason, ToldReason } from '#server/core/work-orders/ticket-reasons.ts'
import { stateKey, type Episode } from '#server/core/work-orders/ticket-policy.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { reopenAsNewOrder, type RaisedBy } from './follow-up.ts'
import { saveChange } from './save-decision.ts'
import { lockOrder, type LockedOrder } from './work-orders.repo.ts'

/** EpisodeNews is what the ticket policy decided about an order that is there, and on account of which episode. */
export interface EpisodeNews {
  readonly orderId: string
  readonly change: TicketChange | 'reopen'
  readonly reason: ToldReason | SkipReason
  readonly episode: Episode
  readonly raisedBy: RaisedBy
}

function patchOf(order: LockedOrder, news: EpisodeNews): { patch: OrderPatch; asLinkedOrder: boolean } {
  if (news.change !== 'reopen') return { patch: ticketPatch(news.change, order, news.episode, order.now), asLinkedOrder: false }
  const command = { name: 'reopen', payload: { reason: news.reason } } as const
  const decided = decide(order, command, { now: order.now, personId: null, choices: order.choices, fields: order.fields }, () => true)
  if (!decided.ok) throw decided.error
  const due = { dueAt: dueAt(order.priority, order.now) }
  return { patch: { ...decided.value.patch, ...due, ...raisedTo({ ...order, ...due }, news.episode, order.now) }, asLinkedOrder: decided.value.asLinkedOrder }
}

/** takesOver: what stands is what the order is about from now on; of episodes that are over it is the newest, whichever was heard of last. */
function takesOver(order: LockedOrder, { episode, change }: EpisodeNews): boolean {
  if (order.incidentId === episode.id) return false
  if (episode.state === 'open') return true
  const newer = order.episodeOpenedAt === null || episode.openedAt > order.episodeOpenedAt.getTime()
  return newer && (change !== 'append-evidence' || order.proposeClose)
}

/** takeInEpisode carries out a policy decision on an order, with history, audit and live notice; returns the order that now stands for the problem. */
export async function takeInEpisode(tx: Tx, actor: SystemActor, news: EpisodeNews): Promise<string> {
  const order = await lockOrder(tx, news.orderId)
  if (!order) throw notFound('This work order')
  const { patch, asLinkedOrder } = patchOf(order, news)
  const raised = patch.priority === undefined ? {} : { raisedFrom: order.priority, raisedTo: patch.priority }
  const data = { reason: news.reason, incidentId: news.episode.id, priority: news.episode.priority, state: news.episode.state, stateKey: stateKey(news.episode), ...raised }
  if (asLinkedOrder) return reopenAsNewOrder(tx, actor, order, news.episode.id, { raisedBy: news.raisedBy, data })
  const link = takesOver(order, news) ? news.raisedBy : {}
  await saveChange(tx, actor, order, { patch: { ...patch, ...link }, event: TICKET_EVENTS[news.change], data, opId: newId() })
  return order.id
}
