import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'

/** markSent records that a message was taken, and that its endpoint is well; true when it had not been before. */
export async function markSent(tx: Tx, deliveryId: string, endpointId: string): Promise<boolean> {
  const rows = await tx.exec.query(
    `UPDATE delivery SET state = 'sent', sent_at = clock_timestamp(), claimed_until = NULL, last_error = NULL WHERE org_id = $1::uuid AND id = $2::uuid AND state <> 'sent' RETURNING 1`,
    [tx.orgId, deliveryId],
  )
  await tx.exec.query(
    `UPDATE channel_endpoint SET failures = 0, open_until = NULL, last_error = NULL, last_ok_at = clock_timestamp(), last_tried_at = clock_timestamp() WHERE org_id = $1::uuid AND id = $2::uuid`,
    [tx.orgId, endpointId],
  )
  return rows.length > 0
}

/** Failure is how a try failed: in words, and what follows (null: no further try; no rest). */
export interface Failure {
  readonly error: string
  readonly retryMs: number | null
  readonly restMs: number | null
}

/**
 * markFailed records a failed try: the message waits for its next one or is given up, and its endpoint may rest. Gives when the
 * next try is due, null when the message had got through all the same.
 */
export async function markFailed(tx: Tx, deliveryId: string, endpointId: string, { error, retryMs, restMs }: Failure): Promise<Date | null> {
  const [row] = await tx.exec.query<{ dueAt: Date }>(
    `UPDATE delivery SET state = CASE WHEN $4::float8 IS NULL THEN 'given-up' ELSE 'retrying' END, due_at = clock_timestamp() + coalesce($4::float8, 0) * interval '1 millisecond',
            claimed_until = NULL, last_error = $3 WHERE org_id = $1::uuid AND id = $2::uuid AND state <> 'sent' RETURNING due_at AS "dueAt"`,
    [tx.orgId, deliveryId, error, retryMs],
  )
  await tx.exec.query(
    `UPDATE channel_endpoint SET failures = failures + 1, open_until = clock_timestamp() + $4::float8 * interval '1 millisecond', last_error = $3, last_tried_at = clock_timestamp()
     WHERE org_id = $1::uuid AND id = $2::uuid`,
    [tx.orgId, endpointId, error, restMs],
  )
  return row?.dueAt ?? null
}

/** switchOff ends an endpoint that is gone for good. */
export async function switchOff(tx: Tx, endpointId: string): Promise<void> {
  await tx.exec.query('UPDATE channel_endpoint SET enabled = false WHERE org_id = $1::uuid AND id = $2::uuid', [tx.orgId, endpointId])
}

/** noteTrouble tells the system page that nothing gets through to an endpoint; true when it was well before. */
export async function noteTrouble(tx: Tx, endpointId: string, detail: string): Promise<boolean> {
  const rows = await tx.exec.query<{ fresh: boolean }>(
    `INSERT INTO health_notice (org_id, id, kind, subject_id, detail) VALUES ($1::uuid, $2::uuid, 'endpoint', $3, $4)
     ON CONFLICT (org_id, kind, subject_id) DO UPDATE SET detail = excluded.detail, last_at = now(), count = CASE WHEN health_notice.resolved_at IS NULL THEN health_notice.count + 1 ELSE 1 END,
       first_at = CASE WHEN health_notice.resolved_at IS NULL THEN health_notice.first_at ELSE now() END, resolved_at = NULL
     RETURNING count = 1 AS fresh`,
    [tx.orgId, newId(), endpointId, detail],
  )
  return rows[0]?.fresh ?? false
}

/** endTrouble says that an endpoint is reached again. */
export async function endTrouble(tx: Tx, endpointId: string): Promise<void> {
  await tx.exec.query(`UPDATE health_notice SET resolved_at = now() WHERE org_id = $1::uuid AND kind = 'endpoint' AND subject_id = $2 AND resolved_at IS NULL`, [tx.orgId, endpointId])
}
