import type { Tx } from '#server/platform/db.ts'
import type { Rung } from '../tell/tell.repo.ts'

const DUE = `(state IN ('waiting', 'retrying') AND due_at <= now() - $2 * interval '1 millisecond' OR state = 'sending' AND claimed_until <= now())`

/** dueDeliveries lists messages that should have been sent this long ago (ms), or whose sender has died, urgent ones first. */
export const dueDeliveries = async (tx: Tx, overdueMs: number, limit = 500): Promise<Rung[]> =>
  (await tx.exec.query<Omit<Rung, 'orgId'>>(
    `SELECT id AS "deliveryId", attempts, due_at AS "dueAt" FROM delivery WHERE org_id = $1::uuid AND ${DUE} ORDER BY urgent DESC, due_at LIMIT $3`,
    [tx.orgId, overdueMs, limit],
  )).map((row) => ({ ...row, orgId: tx.orgId }))

/** nextOfRoute is the message of a route that has waited longest, null when none is due. */
export async function nextOfRoute(tx: Tx, route: string): Promise<Rung | null> {
  const [row] = await tx.exec.query<Omit<Rung, 'orgId'>>(
    `SELECT id AS "deliveryId", attempts, due_at AS "dueAt" FROM delivery WHERE org_id = $1::uuid AND route = $3 AND ${DUE} ORDER BY urgent DESC, due_at LIMIT 1`,
    [tx.orgId, 0, route],
  )
  return row ? { ...row, orgId: tx.orgId } : null
}

/** forgetOld drops what was told, and the messages that told it, this many days ago; what was not read stays as long. */
export async function forgetOld(tx: Tx, days: number): Promise<void> {
  await tx.exec.query(`DELETE FROM delivery WHERE org_id = $1::uuid AND created_at < now() - $2 * interval '1 day' AND state IN ('sent', 'given-up')`, [tx.orgId, days])
  await tx.exec.query(`DELETE FROM notification WHERE org_id = $1::uuid AND at < now() - $2 * interval '1 day' AND repeat_at IS NULL`, [tx.orgId, days])
}
