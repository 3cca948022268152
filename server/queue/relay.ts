import { relayOutbox, staleOutbox, type OutboxRow } from '../platform/outbox.ts'
import { log } from '../platform/log.ts'
import { JOBS, type JobName, type JobPayload } from './catalog.ts'
import { enqueue } from './client.ts'

// What each message asks for: the job, its payload, and the name of its work.
async function deliver(row: OutboxRow, attempt: number): Promise<void> {
  const suffix = attempt > 0 ? `.r${attempt}` : ''
  const of = { orgId: row.orgId, outboxNo: row.no }
  switch (row.topic) {
    case 'incident.changed':
      return hand('ticket.ensure', `ticket.${row.no}${suffix}`, row, { ...(row.payload as object), ...of })
    case 'news':
      return hand('news.tell', `news.${row.no}${suffix}`, row, { news: row.payload, ...of })
    default:
      log.warn({ topic: row.topic, outboxNo: row.no }, 'outbox message of an unknown topic')
  }
}

async function hand<Name extends JobName>(name: Name, id: string, row: OutboxRow, payload: unknown): Promise<void> {
  const parsed = JOBS[name].payload.safeParse(payload)
  if (parsed.success) await enqueue(name, id, parsed.data as JobPayload<Name>)
  else log.error({ topic: row.topic, outboxNo: row.no, error: parsed.error.message }, 'outbox message that does not fit its job')
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

let relaying = false
let asked = false

/**
 * askRelay has new messages moved soon, by one relay at a time of this process, without waiting for it: whoever judges readings goes on.
 * A failure is logged; the next look moves them.
 */
export function askRelay(): void {
  asked = true
  if (!relaying) void relayWhileAsked()
}

async function relayWhileAsked(): Promise<void> {
  relaying = true
  try {
    while (asked) {
      asked = false
      await relayMessages()
    }
  } catch (error) {
    log.warn({ error: String(error) }, 'messages were not moved; the next look will')
  } finally {
    relaying = false
  }
}

/** relayAgain moves messages onto the queue again whose work is not done long after they were relayed. */
export async function relayAgain(olderThanMs: number): Promise<number> {
  const rows = await staleOutbox(olderThanMs)
  for (const row of rows) await deliver(row, row.attempts)
  return rows.length
}
