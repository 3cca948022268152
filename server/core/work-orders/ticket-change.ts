import type { OrderFacts, OrderPatch } from './order.ts'
import { approvedByPolicy } from './policy.ts'
import { dueAt, isHigher } from './priority.ts'
import type { Episode, TicketAction } from './ticket-policy.ts'

/** TicketChange is a decision of the ticket policy that changes an order that is there. Reopening is a command of its own. */
export type TicketChange = Exclude<TicketAction, 'create' | 'skip' | 'reopen'>

type Deadline = { readonly dueAt: Date | null }

/** raisedTo takes over an episode's priority when it is more urgent: the due date moves up with it, and what policy approves needs no person any more. */
export function raisedTo(order: OrderFacts & Deadline, episode: Pick<Episode, 'priority'>, now: Date): OrderPatch {
  if (!isHigher(episode.priority, order.priority)) return {}
  const due = dueAt(episode.priority, now)
  return {
    priority: episode.priority,
    dueAt: order.dueAt && order.dueAt < due ? order.dueAt : due,
    ...(order.status === 'requested' && approvedByPolicy({ ...order, priority: episode.priority }) ? { status: 'approved' as const } : {}),
  }
}

/**
 * ticketPatch is what a decision changes on its order. Heard of only when it was over, an episode was still as urgent as it was:
 * the order ends up the same, however late the news.
 */
export function ticketPatch(change: TicketChange, order: OrderFacts & Deadline, episode: Pick<Episode, 'state' | 'priority'>, now: Date): OrderPatch {
  const stands: OrderPatch = episode.state === 'open' && order.proposeClose ? { proposeClose: false } : {}
  switch (change) {
    case 'append-evidence':
      return episode.state === 'resolved' && order.proposeClose ? raisedTo(order, episode, now) : stands
    case 'raise-priority':
      return { ...stands, ...raisedTo(order, episode, now), deferral: null }
    case 'ask-repair-did-not-hold':
      return { repairInDoubt: true }
    case 'propose-close':
      return { ...raisedTo(order, episode, now), proposeClose: true }
  }
}
