import { MINUTE_MS, SECOND_MS } from '#server/core/kernel/time.ts'
import { incidentsToLookAt, parentsToLookAt } from '#server/modules/incidents/index.ts'
import { listOrganizations } from '#server/modules/organizations/index.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'
import { log } from '#server/platform/log.ts'
import { ensureTicket } from './ensure-ticket.ts'

// An incident this young is still on its ordinary way to a ticket.
const GRACE_MS = 10 * SECOND_MS
const FULL_LOOK_MS = MINUTE_MS
let lastFullLook = 0

/**
 * reconcileTickets looks for open incidents without an open order, whose message was lost or whose fault outlasts its repair, and
 * lets the ticket policy decide again; tells how many it acted on. Incidents that never had an order are looked at each time,
 * those whose last order has ended once a minute: most of them are rightly without.
 */
export async function reconcileTickets(): Promise<number> {
  const at = now()
  const everything = at.getTime() - lastFullLook >= FULL_LOOK_MS
  if (everything) lastFullLook = at.getTime()
  let acted = 0
  for (const { id: orgId } of await listOrganizations()) {
    const candidates = await withTenant(orgId, async (tx) => [
      ...(await incidentsToLookAt(tx, new Date(at.getTime() - GRACE_MS), everything)),
      // Nothing that stands may be hidden under a first-out whose ticket has ended.
      ...(everything ? await parentsToLookAt(tx) : []),
    ])
    for (const incidentId of candidates) {
      try {
        const { decision, reason } = await ensureTicket({ orgId, incidentId, cause: 'opened' })
        if (decision === 'skip') continue
        acted += 1
        log.warn({ orgId, incidentId, decision, reason }, 'an incident was without its ticket')
      } catch (error) {
        // One incident that cannot be decided must not keep the others from their tickets.
        log.error({ orgId, incidentId, error: String(error) }, 'the ticket of an incident could not be decided')
      }
    }
  }
  return acted
}
