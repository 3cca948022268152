import type { Tx } from '#server/platform/db.ts'

/** IncidentFacts is what telling people of an incident needs to know. */
export interface IncidentFacts {
  readonly id: string
  readonly siteId: string
  readonly zone: string
  readonly assetId: string
  readonly assetTag: string
  readonly assetName: string
  readonly open: boolean
  readonly priority: number
  readonly safety: boolean
  readonly failureMode: string | null
  readonly pointName: string
  readonly unit: string
  readonly value: number
  readonly limit: number
  /** A recording that is played, not a machine that runs now. */
  readonly replayed: boolean
  readonly orderId: string | null
  readonly orderNo: number | null
  readonly assigneeId: string | null
}

/** holdIncident lets one transaction after another tell of an incident. Whoever holds a call-out too takes the incident first. */
export async function holdIncident(tx: Tx, id: string): Promise<void> {
  await tx.exec.query('SELECT 1 FROM incident WHERE org_id = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE', [tx.orgId, id])
}

/** incidentFacts reads what telling people of an incident needs; null when there is none. */
export async function incidentFacts(tx: Tx, id: string): Promise<IncidentFacts | null> {
  const [row] = await tx.exec.query<IncidentFacts>(
    `SELECT i.id, i.site_id AS "siteId", s.time_zone AS zone, a.id AS "assetId", a.tag AS "assetTag", a.name AS "assetName", i.state = 'open' AS open, i.priority,
            coalesce(fm.safety, false) AS safety, i.failure_mode AS "failureMode", p.name AS "pointName", p.unit, i.value, i."limit",
            coalesce(src.clock = 'replay', false) AS replayed, w.id AS "orderId", w.no AS "orderNo", w.assignee_id AS "assigneeId"
     FROM incident i
     JOIN site s ON s.org_id = i.org_id AND s.id = i.site_id
     JOIN asset a ON a.org_id = i.org_id AND a.id = i.asset_id
     JOIN point p ON p.org_id = i.org_id AND p.no = i.point_no
     LEFT JOIN source src ON src.org_id = p.org_id AND src.id = p.source_id
     LEFT JOIN failure_mode fm ON fm.org_id = i.org_id AND fm.class_id = a.class_id AND fm.code = i.failure_mode
     LEFT JOIN LATERAL (SELECT o.id, o.no, o.assignee_id FROM work_order o WHERE o.org_id = i.org_id AND o.incident_key = i.key ORDER BY o.created_at DESC LIMIT 1) w ON true
     WHERE i.org_id = $1::uuid AND i.id = $2::uuid`,
    [tx.orgId, id],
  )
  return row ?? null
}

/** toldOf lists who was told that an incident began, by the key of that event. */
export async function toldOf(tx: Tx, incidentId: string): Promise<string[]> {
  const rows = await tx.exec.query<{ personId: string }>(
    `SELECT DISTINCT person_id AS "personId" FROM notification WHERE org_id = $1::uuid AND subject_type = 'incident' AND subject_id = $2 AND kind IN ('alarm-opened', 'alarm-raised')`,
    [tx.orgId, incidentId],
  )
  return rows.map(({ personId }) => personId)
}

/** toldPriority is the most urgent priority of which anybody was told about an incident; null when nobody was told that it began. */
export async function toldPriority(tx: Tx, incidentId: string): Promise<number | null> {
  const [row] = await tx.exec.query<{ priority: number | null }>(
    `SELECT min(priority) AS priority FROM notification WHERE org_id = $1::uuid AND subject_type = 'incident' AND subject_id = $2 AND kind IN ('alarm-opened', 'alarm-raised')`,
    [tx.orgId, incidentId],
  )
  return row?.priority ?? null
}
