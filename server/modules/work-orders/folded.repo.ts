import { FOLDED_KIND, foldedEvidence, type FoldedEvidence } from '#server/core/work-orders/folded-evidence.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'

/** findFolded reads the flood that an order carries for an incident; null when it carries none. */
export async function findFolded(tx: Tx, workOrderId: string, incidentId: string): Promise<FoldedEvidence | null> {
  const row = await tx.db.evidence.findUnique({
    where: { orgId_workOrderId_incidentId_kind: { orgId: tx.orgId, workOrderId, incidentId, kind: FOLDED_KIND } }, select: { data: true },
  })
  return foldedEvidence.safeParse(row?.data).data ?? null
}

/** saveFolded writes the flood that an order carries down. */
export async function saveFolded(tx: Tx, workOrderId: string, incidentId: string, at: Date, data: FoldedEvidence): Promise<void> {
  await tx.exec.query(
    `INSERT INTO evidence (org_id, id, work_order_id, incident_id, kind, at, data) VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6::timestamptz, $7::jsonb)
     ON CONFLICT (org_id, work_order_id, incident_id, kind) DO UPDATE SET data = excluded.data`,
    [tx.orgId, newId(), workOrderId, incidentId, FOLDED_KIND, at, JSON.stringify(data)],
  )
}

/** untouchedOrders finds open orders that incidents raised and that nobody has done anything with: made for these alone, no work, no plan, no word of a person. */
export const untouchedOrders = (tx: Tx, incidentIds: readonly string[]): Promise<{ id: string }[]> =>
  tx.exec.query<{ id: string }>(
    `SELECT w.id FROM work_order w
     WHERE w.org_id = $1::uuid AND w.incident_id = ANY($2::uuid[]) AND w.source = 'condition' AND w.status IN ('requested', 'approved')
       AND w.assignee_id IS NULL AND w.team_id IS NULL AND w.planned_start IS NULL AND w.deferral IS NULL
       AND NOT EXISTS (SELECT 1 FROM work_order_event e WHERE e.org_id = w.org_id AND e.work_order_id = w.id AND e.actor_id IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM labour l WHERE l.org_id = w.org_id AND l.work_order_id = w.id)
       AND NOT EXISTS (SELECT 1 FROM evidence v WHERE v.org_id = w.org_id AND v.work_order_id = w.id AND v.incident_id <> ALL ($2::uuid[]))
     ORDER BY w.no`,
    [tx.orgId, incidentIds],
  )
