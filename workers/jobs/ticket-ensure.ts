import { ensureTicket } from '#server/flows/ensure-ticket.ts'
import { markOutboxDone } from '#server/platform/outbox.ts'
import type { JobPayload } from '#server/queue/catalog.ts'

/** ensureTicketOf decides what an incident means for its ticket, and marks the message that asked as done. */
export async function ensureTicketOf({ outboxNo, ...change }: JobPayload<'ticket.ensure'>): Promise<void> {
  await ensureTicket(change)
  await markOutboxDone(outboxNo)
}
