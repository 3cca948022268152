import type { Exec } from './db.ts'

/** IncidentCause is what happened to an incident that may concern its ticket. */
export type IncidentCause = 'opened' | 'escalated' | 'resolved' | 'unsuppressed'

/** OutboxMessage is everything that may leave a transaction, by topic. */
export interface OutboxMessage {
  'incident.changed': { incidentId: string; cause: IncidentCause }
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
