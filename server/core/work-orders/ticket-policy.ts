import { isEnded, isNotStarted, type WorkOrderStatus } from './enums.ts'
import { breaksDeferral, isDeferred, type Deferral } from './deferral.ts'
import { HOLD_OFF_MS, STILL_FIRING_MS } from './policy.ts'
import { isHigher, type Priority } from './priority.ts'
import type { SkipReason, ToldReason } from './ticket-reasons.ts'
import { isFalseAlarm, type Verdict } from './verdict.ts'

/** Episode is an incident as the policy sees it, always in its present state: which message brought it here does not matter. */
export interface Episode {
  readonly id: string
  readonly state: 'open' | 'resolved'
  readonly priority: Priority
  /** Event times, ms since 1970. */
  readonly openedAt: number
  readonly lastAt: number
  readonly safety: boolean
  /** Why nothing may be raised now (maintenance, shelved, parent stopped); null when it may. */
  readonly suppressed: string | null
  /** True while the rule or model is only being watched. */
  readonly shadow: boolean
  /** True when another alarm's ticket carries it: the first-out of a flood. */
  readonly folded: boolean
  /** True while alarms that are folded under it stand. */
  readonly carries: boolean
}

/** Ticket is an order of the same incident key as the policy sees it. */
export interface Ticket {
  readonly id: string
  readonly status: WorkOrderStatus
  readonly priority: Priority
  /** Episodes whose evidence it carries. */
  readonly episodes: readonly string[]
  /** Episodes of which a person said that they are no relapse. */
  readonly declined: readonly string[]
  readonly deferral: Deferral | null
  /** True while closing is proposed on it: its problem went away before anybody began. */
  readonly proposed: boolean
  readonly verdict: Verdict | null
  readonly workFinishedAt: number | null
  /** When it was closed, cancelled or rejected. */
  readonly endedAt: number | null
  /** True when the system, and no person, ended it in favour of the ticket that carries its flood: it says nothing about the problem. */
  readonly merged: boolean
}

/** TicketInput is everything the policy looks at. */
export interface TicketInput {
  readonly episode: Episode
  /** Orders of the episode's key, the newest first; at most one of them is open. */
  readonly tickets: readonly Ticket[]
  /** True when this very state of the episode (open or resolved, at this priority) is already on the ticket. */
  readonly known: boolean
  /** True when another episode of the same key is open. */
  readonly otherOpen: boolean
  readonly now: Date
}

export type TicketAction = 'create' | 'append-evidence' | 'raise-priority' | 'reopen' | 'ask-repair-did-not-hold' | 'propose-close' | 'skip'

/** TicketDecision is what to do, why, and with which order (null when a new one is made or none is touched). */
export interface TicketDecision {
  readonly decision: TicketAction
  readonly reason: ToldReason | SkipReason
  readonly ticketId: string | null
}

const make = (decision: Exclude<TicketAction, 'skip'>, reason: ToldReason, ticket: Ticket | null = null): TicketDecision => ({ decision, reason, ticketId: ticket?.id ?? null })
const skip = (reason: SkipReason, ticket: Ticket | null = null): TicketDecision => ({ decision: 'skip', reason, ticketId: ticket?.id ?? null })

/** stateKey names a state of an episode; a ticket takes each of them in once. */
export const stateKey = ({ id, state, priority, carries }: Pick<Episode, 'id' | 'state' | 'priority' | 'carries'>): string =>
  `${id}:${state}:${priority}${state === 'resolved' && carries ? ':carries' : ''}`

/**
 * decideTicket is the ticket policy: one problem, one ticket; a person's decision is respected. It depends on the present state
 * only, so that messages may come twice, late or in any order.
 */
export function decideTicket(input: TicketInput): TicketDecision {
  const { episode } = input
  const tickets = input.tickets.filter((ticket) => !ticket.merged)
  const open = tickets.find((ticket) => !isEnded(ticket.status)) ?? null
  const home = tickets.find((ticket) => ticket.episodes.includes(episode.id)) ?? null
  if (episode.shadow) return skip('shadow')
  if (episode.suppressed !== null && !home) return skip('suppressed')
  if (episode.folded && !open) return skip('folded')
  if (open) {
    if (home && home !== open) return skip('handled-by-an-earlier-order', home)
    return open.status === 'completed' || open.status === 'verified' ? onRepaired(input, open) : onOpen(input, open)
  }
  const last = home ?? tickets[0]
  if (!last) return make('create', 'no-order-for-this-problem')
  return home ? onEndedAgain(episode, home) : onEnded(episode, last)
}

/** onOpen: work is still to be done, so everything new goes onto this order. */
function onOpen({ episode, known, otherOpen, now }: TicketInput, ticket: Ticket): TicketDecision {
  if (known) return skip('already-on-the-order', ticket)
  if (episode.state === 'resolved') {
    if (!isNotStarted(ticket.status)) return make('append-evidence', 'went-away-during-work', ticket)
    if (episode.carries) return make('append-evidence', 'folded-alarms-stand', ticket)
    if (otherOpen) return make('append-evidence', 'another-episode-is-open', ticket)
    // The question stands on the order already: what came and went meanwhile is evidence, not a second question.
    return ticket.proposed ? make('append-evidence', 'came-and-went', ticket) : make('propose-close', 'went-away-before-work', ticket)
  }
  const higher = isHigher(episode.priority, ticket.priority)
  if (isDeferred(ticket.deferral, now)) {
    if (!breaksDeferral(ticket.deferral, episode, ticket.priority)) return make('append-evidence', 'put-off', ticket)
    return make('raise-priority', episode.safety ? 'safety-breaks-deferral' : 'priority-breaks-deferral', ticket)
  }
  if (higher) return make('raise-priority', 'worse', ticket)
  return make('append-evidence', ticket.episodes.includes(episode.id) ? 'goes-on' : 'new-episode', ticket)
}

/** onRepaired: the work is reported done, but the order is not closed. */
function onRepaired({ episode, known }: TicketInput, ticket: Ticket): TicketDecision {
  if (known) return skip('already-on-the-order', ticket)
  if (ticket.declined.includes(episode.id)) return skip('a-person-says-the-repair-holds', ticket)
  const finishedAt = repairedAt(ticket)
  if (isWorse(episode, ticket, finishedAt)) return make('ask-repair-did-not-hold', 'worse-after-repair', ticket)
  if (outlasts(episode, finishedAt)) return make('ask-repair-did-not-hold', 'goes-on-after-repair', ticket)
  if (ticket.episodes.includes(episode.id)) return make('append-evidence', episode.state === 'resolved' ? 'went-away-after-repair' : 'goes-on', ticket)
  if (episode.openedAt > finishedAt) return make('ask-repair-did-not-hold', 'relapse-after-repair', ticket)
  return skip('began-before-the-repair', ticket)
}

/** onEndedAgain: the order that took this episode in has ended, and the episode is heard of again. */
function onEndedAgain(episode: Episode, ticket: Ticket): TicketDecision {
  if (episode.state === 'resolved') return skip('went-away', ticket)
  const finishedAt = repairedAt(ticket)
  if (ticket.declined.includes(episode.id)) return make('create', 'a-person-says-it-is-new')
  const worse = isWorse(episode, ticket, finishedAt)
  if (ticket.status !== 'closed') return worse ? make('create', 'worse-than-decided') : skip('a-person-decided', ticket)
  if (worse) return make('reopen', 'worse-after-close', ticket)
  if (outlasts(episode, finishedAt) && !isFalseAlarm(ticket.verdict)) return make('reopen', 'goes-on-after-repair', ticket)
  return skip('handled', ticket)
}

/** onEnded: the last order of this problem has ended, and this is another episode of it. */
function onEnded(episode: Episode, ticket: Ticket): TicketDecision {
  const finishedAt = repairedAt(ticket)
  const outlasting = outlasts(episode, finishedAt)
  if (episode.openedAt <= finishedAt && !outlasting) return skip('began-before-the-repair', ticket)
  if (episode.openedAt - heldOffFrom(ticket, episode, finishedAt) >= HOLD_OFF_MS) return make('create', 'hold-off-is-over')
  const higher = isHigher(episode.priority, ticket.priority)
  if (ticket.status !== 'closed') return higher ? make('create', 'worse-than-decided') : skip('a-person-decided', ticket)
  if (isFalseAlarm(ticket.verdict) && !higher) return skip('false-alarm-respected', ticket)
  return make('reopen', outlasting ? 'goes-on-after-repair' : 'relapse-within-hold-off', ticket)
}

/** repairedAt is when a ticket's work was finished, else when it ended. */
const repairedAt = (ticket: Ticket): number => ticket.workFinishedAt ?? ticket.endedAt ?? Number.POSITIVE_INFINITY

/** heldOffFrom is when the hold-off began: at the order's end, or at the repair where the order was closed after the fact, later than the episode began. */
const heldOffFrom = (ticket: Ticket, episode: Episode, finishedAt: number): number =>
  ticket.endedAt !== null && ticket.endedAt <= episode.openedAt ? ticket.endedAt : finishedAt

/** isWorse: still there after the repair, and more urgent than the ticket ever was. */
const isWorse = (episode: Episode, ticket: Ticket, finishedAt: number): boolean =>
  episode.state === 'open' && isHigher(episode.priority, ticket.priority) && episode.lastAt > finishedAt

/** outlasts: began before the repair and goes on long after it, so that the repair cannot have helped. */
const outlasts = (episode: Episode, finishedAt: number): boolean =>
  episode.state === 'open' && episode.openedAt <= finishedAt && episode.lastAt - finishedAt > STILL_FIRING_MS
