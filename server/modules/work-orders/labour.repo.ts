import type { Tx } from '#server/platform/db.ts'
import { HANDS_ON } from '#server/core/assets/maintenance.ts'
import type { Timer } from '#server/core/work-orders/labour.ts'

/** startTimer starts a person's timer on an order, under an id of the caller's; one that runs goes on. */
export async function startTimer(tx: Tx, workOrderId: string, personId: string, activity: string, at: Date, id: string): Promise<void> {
  await tx.exec.query(
    `INSERT INTO labour (org_id, id, work_order_id, person_id, started_at, activity) VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::timestamptz, $6)
     ON CONFLICT (org_id, work_order_id, person_id) WHERE ended_at IS NULL DO NOTHING`,
    [tx.orgId, id, workOrderId, personId, at, activity],
  )
}

/**
 * stopTimers ends running timers of an order at a time: one person's, or everybody's. Tells whose ran. Time that was cut short because its person
 * began elsewhere ends earlier still, when he now says (it arrives late from a tablet) that he had stopped before that.
 */
export async function stopTimers(tx: Tx, workOrderId: string, whose: 'all' | 'own', personId: string | null, at: Date): Promise<string[]> {
  const rows = await tx.exec.query<{ personId: string; ran: boolean }>(
    `WITH ending AS (
       SELECT id, ended_at IS NULL AS ran FROM labour WHERE org_id = $1::uuid AND work_order_id = $2::uuid
         AND ((ended_at IS NULL AND ($5::boolean OR person_id = $3::uuid)) OR (cut_short AND ended_at > $4::timestamptz AND person_id = $3::uuid)))
     UPDATE labour l SET ended_at = greatest(l.started_at, $4::timestamptz), cut_short = false FROM ending e
     WHERE l.org_id = $1::uuid AND l.id = e.id RETURNING l.person_id AS "personId", e.ran`,
    [tx.orgId, workOrderId, personId, at, whose === 'all'],
  )
  return rows.filter((row) => row.ran).map((row) => row.personId)
}

/** cutShort ends a person's running time on an order because he began elsewhere then: his own word of when he stopped may still come. */
export async function cutShort(tx: Tx, workOrderId: string, personId: string, at: Date): Promise<void> {
  await tx.exec.query(
    `UPDATE labour SET ended_at = greatest(started_at, $4::timestamptz), cut_short = true
     WHERE org_id = $1::uuid AND work_order_id = $2::uuid AND person_id = $3::uuid AND ended_at IS NULL`,
    [tx.orgId, workOrderId, personId, at],
  )
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

/** holdPerson makes this transaction the only one that begins or ends work of a person. */
export async function holdPerson(tx: Tx, personId: string): Promise<void> {
  await tx.exec.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text AS held', [`work:${tx.orgId}:${personId}`])
}

/** lockOrders takes orders in one sequence, whoever asks. */
export async function lockOrders(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.exec.query('SELECT 1 FROM work_order WHERE org_id = $1::uuid AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE', [tx.orgId, ids])
}

/** runningElsewhere lists a person's timers that run on other orders than this one. */
export const runningElsewhere = (tx: Tx, orderId: string, personId: string): Promise<{ orderId: string; startedAt: Date }[]> =>
  tx.exec.query(
    `SELECT work_order_id AS "orderId", started_at AS "startedAt" FROM labour
     WHERE org_id = $1::uuid AND person_id = $2::uuid AND work_order_id <> $3::uuid AND ended_at IS NULL ORDER BY started_at, id`,
    [tx.orgId, personId, orderId],
  )

/** findEntry finds an entry of time on an order; null for none. */
export const findEntry = (tx: Tx, workOrderId: string, id: string): Promise<Timer | null> =>
  tx.db.labour.findFirst({ where: { orgId: tx.orgId, id, workOrderId }, select: { personId: true, startedAt: true, endedAt: true, activity: true } })

/** insertEntry writes down time that was worked. */
export async function insertEntry(tx: Tx, entry: Timer & { readonly id: string; readonly workOrderId: string }): Promise<void> {
  await tx.db.labour.create({ data: { ...entry, orgId: tx.orgId } })
}

/** changeEntry puts another time in the place of an entry. */
export async function changeEntry(tx: Tx, id: string, entry: { readonly startedAt: Date; readonly endedAt: Date; readonly activity: string }): Promise<void> {
  await tx.db.labour.update({ where: { orgId_id: { orgId: tx.orgId, id } }, data: entry })
}
