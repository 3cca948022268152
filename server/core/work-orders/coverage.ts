import { isEnded } from './enums.ts'
import { STILL_FIRING_MS } from './policy.ts'
import type { Ticket } from './ticket-policy.ts'

/** Folded is an alarm that stands, folded under another one; times in ms. */
export interface Folded {
  readonly id: string
  readonly lastAt: number
}

/**
 * uncovered picks, of the alarms folded under one that stand, those that the first-out's ticket does not take care of: all without a ticket, and
 * once its work is done those that it does not list. What a person decided on the ticket goes for all that it lists, until one outlasts
 * the repair, as with an alarm that has a ticket of its own.
 */
export function uncovered<Alarm extends Folded>(standing: readonly Alarm[], ticket: Ticket | null, listed: ReadonlySet<string>): Alarm[] {
  if (ticket === null) return [...standing]
  const done = ticket.status === 'completed' || ticket.status === 'verified'
  if (!done && !isEnded(ticket.status)) return []
  const repairedAt = ticket.workFinishedAt ?? ticket.endedAt ?? Number.POSITIVE_INFINITY
  const outlasts = (alarm: Alarm): boolean => ticket.status === 'closed' && alarm.lastAt - repairedAt > STILL_FIRING_MS
  return standing.filter((alarm) => !listed.has(alarm.id) || outlasts(alarm))
}
