import type { Tx } from '#server/platform/db.ts'

/** RepeatRow is a notification whose time to be told again has come, with how its thing stands. */
export interface RepeatRow {
  readonly id: string
  readonly personId: string
  readonly kind: string
  readonly priority: number | null
  readonly safety: boolean
  readonly siteId: string | null
  readonly zone: string
  readonly subjectId: string
  readonly repeats: number
  /** The incident is open and nobody has acknowledged its alarm. */
  readonly standing: boolean
}

/** dueRepeats takes notifications that are to be told again, for this transaction. */
export const dueRepeats = (tx: Tx, limit = 200): Promise<RepeatRow[]> =>
  tx.exec.query<RepeatRow>(
    `SELECT n.id, n.person_id AS "personId", n.kind, n.priority, n.safety, n.site_id AS "siteId", coalesce(s.time_zone, 'UTC') AS zone, n.subject_id AS "subjectId", n.repeats,
            coalesce(i.state = 'open' AND a.acknowledged_at IS NULL, false) AS standing
     FROM notification n
     LEFT JOIN site s ON s.org_id = n.org_id AND s.id = n.site_id
     LEFT JOIN incident i ON i.org_id = n.org_id AND n.subject_type = 'incident' AND i.id::text = n.subject_id
     LEFT JOIN alarm a ON a.org_id = i.org_id AND a.incident_id = i.id
     WHERE n.org_id = $1::uuid AND n.repeat_at <= now() ORDER BY n.person_id, n.id LIMIT $2 FOR UPDATE OF n SKIP LOCKED`,
    [tx.orgId, limit],
  )

/** endRepeats says that notifications are not told again. */
export async function endRepeats(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.exec.query('UPDATE notification SET repeat_at = NULL WHERE org_id = $1::uuid AND id = ANY($2::uuid[])', [tx.orgId, ids])
}

/** markRepeated counts a repetition: the line is unread again. */
export async function markRepeated(tx: Tx, id: string, at: Date, next: Date | null): Promise<void> {
  await tx.exec.query(
    'UPDATE notification SET repeats = repeats + 1, repeated_at = $3::timestamptz, repeat_at = $4::timestamptz, read_at = NULL WHERE org_id = $1::uuid AND id = $2::uuid', [tx.orgId, id, at, next],
  )
}
