import type { Tx } from '#server/platform/db.ts'

/** InboxRow is one line of a person's list. */
export interface InboxRow {
  readonly id: string
  readonly kind: string
  readonly category: string
  readonly priority: number | null
  readonly safety: boolean
  readonly subjectType: string
  readonly subjectId: string
  readonly params: unknown
  readonly at: Date
  readonly readAt: Date | null
  readonly repeats: number
}

/** inboxOf lists what a person was told, newest first; what is told again counts as new. */
export const inboxOf = (tx: Tx, personId: string, limit: number, before: { readonly at: Date; readonly id: string } | null): Promise<InboxRow[]> =>
  tx.exec.query<InboxRow>(
    `SELECT n.id, n.kind, n.category, n.priority, n.safety, n.subject_type AS "subjectType", n.subject_id AS "subjectId", n.params, coalesce(n.repeated_at, n.at) AS at,
            n.read_at AS "readAt", n.repeats
     FROM notification n WHERE n.org_id = $1::uuid AND n.person_id = $2::uuid AND ($4::timestamptz IS NULL OR (coalesce(n.repeated_at, n.at), n.id) < ($4::timestamptz, $5::uuid))
     ORDER BY coalesce(n.repeated_at, n.at) DESC, n.id DESC LIMIT $3`,
    [tx.orgId, personId, limit, before?.at ?? null, before?.id ?? null],
  )

/** unreadOf counts what a person has not read. */
export const unreadOf = (tx: Tx, personId: string): Promise<number> => tx.db.notification.count({ where: { orgId: tx.orgId, personId, readAt: null } })

/** markRead marks a person's notifications as read: those named, or all up to a time. */
export async function markRead(tx: Tx, personId: string, what: { readonly ids: readonly string[] } | { readonly upTo: Date }): Promise<number> {
  const found = 'ids' in what ? { id: { in: [...what.ids] } } : { at: { lte: what.upTo } }
  return (await tx.db.notification.updateMany({ where: { orgId: tx.orgId, personId, readAt: null, ...found }, data: { readAt: new Date() } })).count
}

/** ordersOfIncidents gives the number of the newest order that each incident led to. */
export const ordersOfIncidents = async (tx: Tx, incidentIds: readonly string[]): Promise<Map<string, number>> => {
  const rows = await tx.exec.query<{ incidentId: string; no: number }>(
    `SELECT DISTINCT ON (incident_id) incident_id AS "incidentId", no FROM work_order WHERE org_id = $1::uuid AND incident_id = ANY($2::uuid[]) ORDER BY incident_id, created_at DESC`,
    [tx.orgId, incidentIds],
  )
  return new Map(rows.map(({ incidentId, no }) => [incidentId, no]))
}
