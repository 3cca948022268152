import { relayOutbox, staleOutbox, type OutboxRow } from '../platform/outbox.ts'
import { log } from '../platform/log.ts'
import { JOBS } from './catalog.ts'
import { enqueue } from './client.ts'

async function deliver(row: OutboxRow, attempt: number): Promise<void> {
  const suffix = attempt > 0 ? `.r${attempt}` : ''
  if (row.topic !== 'incident.changed') {
    log.warn({ topic: row.topic, outboxNo: row.no }, 'outbox message of an unknown topic')
    return
  }
  const payload = JOBS['ticket.ensure'].payload.safeParse({ ...(row.payload as object), orgId: row.orgId, outboxNo: row.no })
  if (payload.success) await enqueue('ticket.ensure', `ticket.${row.no}${suffix}`, payload.data)
  else log.error({ topic: row.topic, outboxNo: row.no, error: payload.error.message }, 'outbox message that does not fit its job')
}

/** relayMessages moves new outbox messages onto the queue until none is left, and tells how many there were. */
export async function relayMessages(): Promise<number> {
  let total = 0
  for (;;) {
    const moved = await relayOutbox((row) => deliver(row, 0))
    total += moved
    if (moved === 0) return total
  }
}

/** relayAgain moves messages onto the queue again whose work is not done long after they were relayed. */
export async function relayAgain(olderThanMs: number): Promise<number> {
  const rows = await staleOutbox(olderThanMs)
  for (const row of rows) await deliver(row, row.attempts)
  return rows.length
}
