import type { SystemActor } from '#server/core/people/actor.ts'
import { uncovered } from '#server/core/work-orders/coverage.ts'
import { isEnded, isUnfinished } from '#server/core/work-orders/enums.ts'
import type { Ticket } from '#server/core/work-orders/ticket-policy.ts'
import * as incidents from '#server/modules/incidents/index.ts'
import type { TicketIncident } from '#server/modules/incidents/index.ts'
import * as workOrders from '#server/modules/work-orders/index.ts'
import type { Tx } from '#server/platform/db.ts'

/** carrying picks the ticket that takes care of a first-out: the open one of its problem, else the one that took it in. */
const carrying = (tickets: readonly Ticket[], incidentId: string): Ticket | null =>
  tickets.find((ticket) => !isEnded(ticket.status)) ?? tickets.find((ticket) => !ticket.merged && ticket.episodes.includes(incidentId)) ?? null

/**
 * carryFolded lets the ticket of a first-out carry its flood: the list of what is folded under it, in place of tickets of their own. What the
 * ticket does not take care of (none was raised, its work is done, it was ended) stands on its own feet again.
 */
export async function carryFolded(tx: Tx, actor: SystemActor, incident: TicketIncident): Promise<void> {
  const folded = await incidents.foldedUnder(tx, incident.id)
  if (folded.length === 0) return
  const ticket = carrying(await workOrders.ticketsOf(tx, incident.key), incident.id)
  if (ticket !== null && isUnfinished(ticket.status)) return workOrders.carryFlood(tx, actor, ticket.id, incident.id, folded)
  const listed = ticket === null ? null : await workOrders.findFolded(tx, ticket.id, incident.id)
  const left = uncovered(folded.filter((one) => one.active), ticket, new Set(listed?.all))
  if (left.length > 0) await incidents.releaseFolded(tx, actor, incident.id, left.map((one) => one.id))
}
