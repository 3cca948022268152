import { isEnded } from '../work-orders/enums.ts'
import { STILL_FIRING_MS } from '../work-orders/policy.ts'
import { isHigher, toPriority, type Priority } from '../work-orders/priority.ts'
import { decideTicket, stateKey, type Episode, type Ticket, type TicketDecision } from '../work-orders/ticket-policy.ts'
import type { Verdict } from '../work-orders/verdict.ts'
import { Moments } from './moments.ts'
import type { FiringClass, JoinedFiring } from './outcomes.ts'

const VERDICT_OF: Readonly<Record<FiringClass, Verdict>> = { hit: 'confirmed', false: 'nothing-found', unknown: 'not-inspected', suppressed: 'not-inspected' }

type Made = { -readonly [K in keyof Ticket]: Ticket[K] }
interface Counted { readonly at: number; readonly reopened: number[]; readonly episodes: Set<string> }

/** KeyRun plays the episodes of one incident key against the ticket policy. */
export class KeyRun {
  readonly orders: Counted[] = []
  /** Episodes that came onto no order, with the policy's reason. */
  readonly skipped = new Map<string, string>()
  private readonly firings: ReadonlyMap<string, JoinedFiring>
  private readonly handlingMs: number
  private readonly moments: Moments
  private readonly known = new Set<string>()
  private readonly open = new Map<string, Episode>()
  // The newest first, as the policy wants them.
  private readonly tickets: Made[] = []

  constructor(firings: readonly JoinedFiring[], handlingMs: number, until: number) {
    this.firings = new Map(firings.map((one) => [idOf(one), one]))
    this.handlingMs = handlingMs
    this.moments = new Moments(until)
    for (const one of firings) this.planEpisode(one)
    this.moments.run()
  }

  private planEpisode(one: JoinedFiring): void {
    const { firing } = one
    const base = { id: idOf(one), openedAt: firing.openedAt, safety: false, suppressed: one.class === 'suppressed' ? 'maintenance' : null, shadow: false, folded: false, carries: false }
    const heard = (at: number, state: Episode['state'], priority: Priority): void => {
      this.moments.plan(at, () => { this.hear({ ...base, state, priority, lastAt: at }) })
    }
    for (const { at, priority } of firing.steps) heard(at, 'open', toPriority(priority))
    if (firing.resolvedAt !== null) heard(firing.resolvedAt, 'resolved', toPriority(firing.priority))
  }

  private hear(episode: Episode): void {
    if (episode.state === 'open') this.open.set(episode.id, episode)
    else this.open.delete(episode.id)
    const state = stateKey(episode)
    const otherOpen = [...this.open.keys()].some((id) => id !== episode.id)
    const decided = decideTicket({ episode, tickets: this.tickets, known: this.known.has(state), otherOpen, now: new Date(episode.lastAt) })
    if (decided.decision === 'skip') {
      if (!this.tickets.some((ticket) => ticket.episodes.includes(episode.id))) this.skipped.set(episode.id, decided.reason)
      return
    }
    this.skipped.delete(episode.id)
    this.known.add(state)
    if (decided.decision === 'create') this.create(episode)
    else this.change(decided, episode)
  }

  private create(episode: Episode): void {
    const ticket: Made = {
      id: String(this.orders.length), status: 'approved', priority: episode.priority, episodes: [episode.id], declined: [], deferral: null,
      proposed: episode.state === 'resolved', verdict: null, workFinishedAt: null, endedAt: null, merged: false,
    }
    this.tickets.unshift(ticket)
    this.orders.push({ at: episode.lastAt, reopened: [], episodes: new Set([episode.id]) })
    this.planEnd(ticket, episode.lastAt)
  }

  private change({ decision, ticketId }: TicketDecision, episode: Episode): void {
    const ticket = this.tickets.find(({ id }) => id === ticketId)
    const counted = this.orders[Number(ticketId)]
    if (ticket === undefined || counted === undefined) return
    counted.episodes.add(episode.id)
    ticket.episodes = [...new Set([...ticket.episodes, episode.id])]
    if (isHigher(episode.priority, ticket.priority)) ticket.priority = episode.priority
    ticket.proposed = decision === 'propose-close' || (ticket.proposed && episode.state === 'resolved')
    if (decision !== 'reopen') return
    Object.assign(ticket, { status: 'approved', verdict: null, workFinishedAt: null, endedAt: null })
    counted.reopened.push(episode.lastAt)
    this.planEnd(ticket, episode.lastAt)
  }

  private planEnd(ticket: Made, begun: number): void {
    const at = begun + this.handlingMs
    this.moments.plan(at, () => {
      if (isEnded(ticket.status)) return
      Object.assign(ticket, { status: 'closed', verdict: this.verdictOf(ticket), workFinishedAt: at, endedAt: at })
      // Open incidents are looked at again and again: one that goes on long after the repair comes back.
      const later = at + STILL_FIRING_MS + 1
      this.moments.plan(later, () => { for (const episode of [...this.open.values()]) this.hear({ ...episode, lastAt: later }) })
    })
  }

  private verdictOf(ticket: Ticket): Verdict {
    const classes = ticket.episodes.map((id) => this.firings.get(id)?.class)
    return VERDICT_OF[classes.find((one) => one === 'hit') ?? classes.find((one) => one === 'false') ?? 'unknown']
  }
}

const idOf = ({ firing }: JoinedFiring): string => String(firing.openedAt)
