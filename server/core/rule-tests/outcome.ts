import type { Effects, IncidentView } from '../condition/types.ts'
import { memberOf } from '../condition/incident-book.ts'
import { toPriority } from '../work-orders/priority.ts'
import { decideTicket } from '../work-orders/ticket-policy.ts'
import type { Ticket } from '../work-orders/ticket-policy.ts'
import type { RuleTest } from './format.ts'

type Expectation = RuleTest['expect'][number]

/** Outcome gathers what a rule did in a test: states, episodes, and the orders that the ticket policy would have made of them if nobody had worked on any. */
export class Outcome {
  private readonly from: number
  private readonly phases = new Map<string, string>()
  private readonly episodes = new Map<string, IncidentView>()
  private readonly tickets = new Map<string, Ticket>()

  constructor(from: number) {
    this.from = from
  }

  /** take adds what an engine did since the last call. */
  take(effects: Effects): void {
    for (const one of effects.states) this.phases.set(memberOf(one), one.state.phase)
    for (const { incident } of effects.incidents) {
      this.episodes.set(`${incident.key}@${incident.openedAt}`, incident)
      this.decide(incident)
    }
  }

  /** compare says in words what is not as expected. */
  compare(expected: Expectation, memberAt: (place: string) => string | null): string[] {
    const at = `At ${expected.at / 1000} s`
    const failures = Object.entries(expected.states).flatMap(([place, phase]) => {
      const member = memberAt(place)
      if (member === null) return [`${at}: the rule has nothing at "${place}".`]
      const is = this.phases.get(member) ?? 'normal'
      return is === phase ? [] : [`${at}: ${place} is ${is}, expected ${phase}.`]
    })
    if (expected.episodes !== undefined && this.episodes.size !== expected.episodes) failures.push(`${at}: ${this.episodes.size} episodes have opened, expected ${expected.episodes}.`)
    return expected.tickets === undefined ? failures : [...failures, ...this.compareTickets(at, expected.tickets)]
  }

  private compareTickets(at: string, expected: NonNullable<Expectation['tickets']>): string[] {
    const open = [...this.tickets].map(([key, ticket]) => ({ for: nameOf(key), priority: ticket.priority }))
    const missing = expected.filter((one) => !open.some((is) => is.for === one.for && (one.priority === undefined || is.priority === one.priority)))
    const more = open.filter((is) => !expected.some((one) => one.for === is.for))
    const words = (list: readonly { for: string; priority?: number | undefined }[]): string => list.map((one) => `${one.for}${one.priority === undefined ? '' : ` of priority ${one.priority}`}`).join(', ')
    return [
      ...(missing.length > 0 ? [`${at}: there is no open order for ${words(missing)}${open.length > 0 ? ` (there is ${words(open)})` : ''}.`] : []),
      ...(more.length > 0 ? [`${at}: there is an order for ${words(more)}, which was not expected.`] : []),
    ]
  }

  private decide(incident: IncidentView): void {
    const { key } = incident
    const own = this.tickets.get(key)
    const id = `${key}@${incident.openedAt}`
    const episode = {
      id, state: incident.state, priority: toPriority(incident.priority), openedAt: incident.openedAt, lastAt: incident.lastAt, safety: false,
      suppressed: incident.suppressed ? (incident.suppressedReason ?? 'suppressed') : null, shadow: false, folded: false, carries: false,
    }
    const { decision } = decideTicket({ episode, tickets: own === undefined ? [] : [own], known: false, otherOpen: false, now: new Date(Math.max(this.from, incident.lastAt)) })
    if (decision === 'create') this.tickets.set(key, ticketOf(key, episode.priority, id))
    else if (own !== undefined && decision !== 'skip') {
      const priority = decision === 'raise-priority' ? episode.priority : own.priority
      this.tickets.set(key, { ...own, priority, episodes: [...new Set([...own.episodes, id])] })
    }
  }
}

const ticketOf = (key: string, priority: Ticket['priority'], episode: string): Ticket => ({
  id: key, status: 'approved', priority, episodes: [episode], declined: [], deferral: null, proposed: false, verdict: null, workFinishedAt: null, endedAt: null, merged: false,
})

/** nameOf is how a test names an order: by its failure mode, else "rule", "sensor" or "no data". */
const nameOf = (key: string): string => {
  if (key.endsWith(':no-data')) return 'no data'
  const [, kind = ''] = key.split(':')
  return kind
}
