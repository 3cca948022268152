import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import type { Prisma } from '#server/platform/prisma/client.ts'
import { incidentUnit } from '#server/core/condition/measure-unit.ts'
import { trendEvidence, type TrendEvidence } from '#server/core/work-orders/evidence.ts'
import { UNFINISHED } from '#server/core/work-orders/enums.ts'
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

/** saveTrend replaces the trend frozen on an order for an episode; the caller holds the incident, so that nothing is added meanwhile. */
export async function saveTrend(tx: Tx, workOrderId: string, incidentId: string, data: TrendEvidence): Promise<void> {
  await tx.db.evidence.update({
    where: { orgId_workOrderId_incidentId_kind: { orgId: tx.orgId, workOrderId, incidentId, kind: KIND } }, data: { data: { ...data } as Prisma.InputJsonObject },
  })
}

/** GrowingTrend names a frozen trend whose breach goes on within the trend's window. */
export interface GrowingTrend {
  readonly workOrderId: string
  readonly incidentId: string
}

/** growingTrends lists trends of unfinished orders whose open incident has newer readings that still fall into the trend's window. */
export const growingTrends = (tx: Tx): Promise<GrowingTrend[]> =>
  tx.exec.query<GrowingTrend>(
    `SELECT w.id AS "workOrderId", i.id AS "incidentId"
     FROM work_order w JOIN evidence e ON e.org_id = w.org_id AND e.work_order_id = w.id AND e.kind = $3 JOIN incident i ON i.org_id = e.org_id AND i.id = e.incident_id AND i.state = 'open'
     WHERE w.org_id = $1::uuid AND w.status = ANY ($2::text[]) AND w.source = 'condition'
       AND (e.data->'window'->>'grownTo')::timestamptz < least(i.last_at, (e.data->'window'->>'to')::timestamptz)
     ORDER BY w.priority, w.created_at LIMIT 100`,
    [tx.orgId, UNFINISHED, KIND],
  )

/** similarCases lists the last closed orders of the same asset and failure mode, with what was found. */
export async function similarCases(tx: Tx, assetId: string, failureMode: string | null): Promise<TrendEvidence['similar']> {
  if (failureMode === null) return []
  const rows = await tx.db.workOrder.findMany({
    where: { orgId: tx.orgId, assetId, failureMode, status: 'closed' }, orderBy: [{ closedAt: 'desc' }, { id: 'desc' }], take: SIMILAR,
    select: {
      no: true, closedAt: true, verdict: true, activityCode: true, itemCode: true,
      incident: { select: { key: true, pointNo: true, peakValue: true, ruleVersion: { select: { definition: true } } } },
    },
  })
  const points = await tx.db.point.findMany({ where: { orgId: tx.orgId, no: { in: rows.flatMap((row) => row.incident?.pointNo ?? []) } }, select: { no: true, unit: true } })
  const unitOf = (no: number): string => points.find((one) => one.no === no)?.unit ?? ''
  return rows.map((row) => ({
    number: formatNumber(row.no), closedAt: row.closedAt?.toISOString() ?? null, verdict: row.verdict, activityCode: row.activityCode, itemCode: row.itemCode,
    peak: row.incident?.peakValue ?? null,
    unit: row.incident && incidentUnit({ key: row.incident.key, definition: row.incident.ruleVersion.definition }, unitOf(row.incident.pointNo)),
  }))
}
