import type { Tx } from '#server/platform/db.ts'

/** insertWitness keeps that somebody saw the trouble of an order too; what he said first stays. */
export async function insertWitness(tx: Tx, row: { readonly workOrderId: string; readonly personId: string; readonly at: Date; readonly note: string | null }): Promise<void> {
  await tx.exec.query(
    `INSERT INTO order_witness (org_id, work_order_id, person_id, at, note) VALUES ($1::uuid, $2::uuid, $3::uuid, $4::timestamptz, $5) ON CONFLICT DO NOTHING`,
    [tx.orgId, row.workOrderId, row.personId, row.at, row.note],
  )
}

/** countWitnesses counts who else saw the trouble of an order. */
export const countWitnesses = (tx: Tx, workOrderId: string): Promise<number> => tx.db.orderWitness.count({ where: { orgId: tx.orgId, workOrderId } })
