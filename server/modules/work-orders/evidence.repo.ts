import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import type { Prisma } from '#server/platform/prisma/client.ts'
import { trendEvidence, type EvidenceAddition, type TrendEvidence } from '#server/core/work-orders/evidence.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'

const KIND = 'trend'
const SIMILAR = 5

/** findTrend reads the trend frozen on an order for an episode; null when there is none (or of an edition that is not understood). */
export async function findTrend(tx: Tx, workOrderId: string, incidentId: string): Promise<TrendEvidence | null> {
  const row = await tx.db.evidence.findUnique({
    where: { orgId_workOrderId_incidentId_kind: { orgId: tx.orgId, workOrderId, incidentId, kind: KIND } }, select: { data: true },
  })
  const parsed = trendEvidence.safeParse(row?.data)
  return parsed.success ? parsed.data : null
}

/** freezeTrend stores a trend on an order; what is frozen for the episode already stays as it is. */
export async function freezeTrend(tx: Tx, workOrderId: string, incidentId: string, at: Date, data: TrendEvidence): Promise<void> {
  await tx.exec.query(
    `INSERT INTO evidence (org_id, id, work_order_id, incident_id, kind, at, data) VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6::timestamptz, $7::jsonb)
     ON CONFLICT (org_id, work_order_id, incident_id, kind) DO NOTHING`,
    [tx.orgId, newId(), workOrderId, incidentId, KIND, at, JSON.stringify(data)],
  )
}

/** addToTrend appends a dated state of the episode to its frozen trend, and the further course of its series. */
export async function addToTrend(tx: Tx, workOrderId: string, incidentId: string, addition: EvidenceAddition, further: Partial<Pick<TrendEvidence, 'trend' | 'gate' | 'window' | 'peak'>>): Promise<void> {
  const known = await findTrend(tx, workOrderId, incidentId)
  if (!known) return
  const data: TrendEvidence = { ...known, ...further, additions: [...known.additions, addition] }
  await tx.db.evidence.update({
    where: { orgId_workOrderId_incidentId_kind: { orgId: tx.orgId, workOrderId, incidentId, kind: KIND } }, data: { data: data as Prisma.InputJsonObject },
  })
}

/** similarCases lists the last closed orders of the same asset and failure mode, with what was found. */
export async function similarCases(tx: Tx, assetId: string, failureMode: string | null): Promise<TrendEvidence['similar']> {
  if (failureMode === null) return []
  const rows = await tx.db.workOrder.findMany({
    where: { orgId: tx.orgId, assetId, failureMode, status: 'closed' }, orderBy: [{ closedAt: 'desc' }, { id: 'desc' }], take: SIMILAR,
    select: { no: true, closedAt: true, verdict: true, activityCode: true, itemCode: true, incident: { select: { peakValue: true } } },
  })
  return rows.map((row) => ({
    number: formatNumber(row.no), closedAt: row.closedAt?.toISOString() ?? null, verdict: row.verdict, activityCode: row.activityCode, itemCode: row.itemCode,
    peak: row.incident?.peakValue ?? null,
  }))
}
