import { systemPool, systemTx, type Exec } from './db.ts'

/** IncidentCause is what happened to an incident that may concern its ticket. */
export type IncidentCause = 'opened' | 'escalated' | 'resolved' | 'unsuppressed' | 'folded' | 'unfolded'

/** OutboxMessage is everything that may leave a transaction, by topic. */
export interface OutboxMessage {
  'incident.changed': { incidentId: string; cause: IncidentCause }
  /** Something that may concern people. */
  news: { about: 'incident'; incidentId: string } | { about: 'order'; orderId: string; eventId: string }
}

/** writeOutbox leaves a message in the transaction of the change; the relay delivers it at least once after the commit. */
export async function writeOutbox<Topic extends keyof OutboxMessage>(
  exec: Exec,
  orgId: string,
  topic: Topic,
  payload: OutboxMessage[Topic],
): Promise<void> {
  await exec.query('INSERT INTO outbox (org_id, topic, payload) VALUES ($1::uuid, $2, $3::jsonb)', [
    orgId,
    topic,
    JSON.stringify(payload),
  ])
}

/** OutboxRow is a message waiting to be delivered. */
export interface OutboxRow {
  readonly no: string
  readonly orgId: string
  readonly topic: string
  readonly payload: unknown
}

/**
 * relayOutbox hands unrelayed messages to `deliver`, oldest first, and marks them in the same transaction; several
 * relays may run at once, each on rows of its own. It tells how many it relayed. A crash in between delivers again.
 */
export async function relayOutbox(deliver: (row: OutboxRow) => Promise<void>, limit = 200): Promise<number> {
  return systemTx(async (client) => {
    const { rows } = await client.query<OutboxRow>(
      `SELECT no::text, org_id AS "orgId", topic, payload FROM outbox WHERE relayed_at IS NULL ORDER BY no LIMIT $1 FOR UPDATE SKIP LOCKED`,
      [limit],
    )
    // Jobs of one queue run side by side anyway, so the order among these says nothing.
    await Promise.all(rows.map(deliver))
    if (rows.length > 0) await client.query('UPDATE outbox SET relayed_at = now(), attempts = attempts + 1 WHERE no = ANY($1::bigint[])', [rows.map((row) => row.no)])
    return rows.length
  })
}

/** markOutboxDone records that what the message asked for has happened. */
export async function markOutboxDone(no: string): Promise<void> {
  await systemPool().query('UPDATE outbox SET done_at = now() WHERE no = $1 AND done_at IS NULL', [no])
}

/** staleOutbox lists messages relayed longer ago than the age given whose work is not done, counting a further attempt for each. */
export async function staleOutbox(olderThanMs: number, limit = 500): Promise<(OutboxRow & { attempts: number })[]> {
  const { rows } = await systemPool().query<OutboxRow & { attempts: number }>(
    `UPDATE outbox SET relayed_at = now(), attempts = attempts + 1
     WHERE no IN (SELECT no FROM outbox WHERE done_at IS NULL AND relayed_at < now() - $1 * interval '1 millisecond' ORDER BY no LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING no::text, org_id AS "orgId", topic, payload, attempts`,
    [olderThanMs, limit],
  )
  return rows
}

/** forgetOldMessages drops messages done before the age given. */
export async function forgetOldMessages(olderThanDays: number): Promise<number> {
  const result = await systemPool().query(`DELETE FROM outbox WHERE done_at < now() - $1 * interval '1 day'`, [olderThanDays])
  return result.rowCount ?? 0
}
