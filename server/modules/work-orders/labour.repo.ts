import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { HANDS_ON } from '#server/core/assets/maintenance.ts'
import type { Timer } from '#server/core/work-orders/labour.ts'

/** startTimer starts a person's timer on an order; one that runs goes on. */
export async function startTimer(tx: Tx, workOrderId: string, personId: string, activity: string, at: Date): Promise<void> {
  await tx.exec.query(
    `INSERT INTO labour (org_id, id, work_order_id, person_id, started_at, activity) VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::timestamptz, $6)
     ON CONFLICT (org_id, work_order_id, person_id) WHERE ended_at IS NULL DO NOTHING`,
    [tx.orgId, newId(), workOrderId, personId, at, activity],
  )
}

/** stopTimers ends running timers of an order: one person's, or everybody's when no person is named. Tells whose. */
export async function stopTimers(tx: Tx, workOrderId: string, personId: string | null, at: Date): Promise<string[]> {
  const rows = await tx.exec.query<{ personId: string }>(
    `UPDATE labour SET ended_at = greatest(started_at, $4::timestamptz)
     WHERE org_id = $1::uuid AND work_order_id = $2::uuid AND ended_at IS NULL AND ($3::uuid IS NULL OR person_id = $3::uuid) RETURNING person_id AS "personId"`,
    [tx.orgId, workOrderId, personId, at],
  )
  return rows.map((row) => row.personId)
}

/** timersOf reads an order's timers, the oldest first. */
export const timersOf = (tx: Tx, workOrderId: string): Promise<Timer[]> =>
  tx.db.labour.findMany({ where: { orgId: tx.orgId, workOrderId }, orderBy: [{ startedAt: 'asc' }, { id: 'asc' }], select: { personId: true, startedAt: true, endedAt: true, activity: true } })

/** HandsOn is a person at work on a machine now: whose timer runs, since when, on which order. */
export interface HandsOn {
  readonly orderNo: number
  readonly personName: string
  readonly startedAt: Date
}

/** handsOn lists the people at work on positions now, whoever began first. */
export const handsOn = (tx: Tx, assetIds: readonly string[]): Promise<HandsOn[]> =>
  tx.exec.query<HandsOn>(
    `SELECT w.no AS "orderNo", p.name AS "personName", l.started_at AS "startedAt"
     FROM work_order w JOIN labour l ON l.org_id = w.org_id AND l.work_order_id = w.id AND l.ended_at IS NULL AND l.activity = ANY($3::text[])
     JOIN person p ON p.org_id = l.org_id AND p.id = l.person_id
     WHERE w.org_id = $1::uuid AND w.asset_id = ANY($2::uuid[]) AND w.status IN ('in_progress', 'on_hold') ORDER BY l.started_at, l.id LIMIT 20`,
    [tx.orgId, assetIds, HANDS_ON],
  )
