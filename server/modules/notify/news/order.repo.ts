import type { Tx } from '#server/platform/db.ts'

/** OrderFacts is what telling people of an order needs to know. */
export interface OrderFacts {
  readonly id: string
  readonly no: number
  readonly title: string
  readonly siteId: string
  readonly zone: string
  readonly assetId: string
  readonly assetTag: string
  readonly assetName: string
  readonly source: string
  readonly status: string
  readonly priority: number
  readonly safety: boolean
  readonly failureMode: string | null
  readonly assigneeId: string | null
  readonly verificationRequired: boolean
}

/** orderFacts reads what telling people of an order needs; null when there is none. */
export async function orderFacts(tx: Tx, id: string): Promise<OrderFacts | null> {
  const [row] = await tx.exec.query<OrderFacts>(
    `SELECT w.id, w.no, w.title, w.site_id AS "siteId", s.time_zone AS zone, a.id AS "assetId", a.tag AS "assetTag", a.name AS "assetName", w.source, w.status, w.priority,
            coalesce(fm.safety, false) AS safety, w.failure_mode AS "failureMode", w.assignee_id AS "assigneeId", w.verification_required AS "verificationRequired"
     FROM work_order w
     JOIN site s ON s.org_id = w.org_id AND s.id = w.site_id
     JOIN asset a ON a.org_id = w.org_id AND a.id = w.asset_id
     LEFT JOIN failure_mode fm ON fm.org_id = w.org_id AND fm.class_id = a.class_id AND fm.code = w.failure_mode
     WHERE w.org_id = $1::uuid AND w.id = $2::uuid`,
    [tx.orgId, id],
  )
  return row ?? null
}

/** HistoryEntry is one entry of an order's history: what was done, by whom, and with what. */
export interface HistoryEntry {
  readonly type: string
  readonly actorId: string | null
  readonly actorName: string | null
  readonly data: Readonly<Record<string, unknown>>
}

/** historyEntry reads one entry of an order's history; null when there is none. */
export async function historyEntry(tx: Tx, eventId: string): Promise<HistoryEntry | null> {
  const [row] = await tx.exec.query<HistoryEntry>(
    `SELECT e.type, e.actor_id AS "actorId", p.name AS "actorName", e.data FROM work_order_event e LEFT JOIN person p ON p.org_id = e.org_id AND p.id = e.actor_id
     WHERE e.org_id = $1::uuid AND e.id = $2::uuid`,
    [tx.orgId, eventId],
  )
  return row ?? null
}
