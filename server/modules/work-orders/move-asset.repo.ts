import type { Tx } from '#server/platform/db.ts'
import type { OrderPlace } from './create-order.repo.ts'

/** moveFacts moves an order's standstills and meter readings, and the equipment that it is about, to another machine; a meter is the one with the same code there. */
export async function moveFacts(tx: Tx, orderId: string, place: OrderPlace): Promise<void> {
  await tx.db.workOrder.update({ where: { orgId_id: { orgId: tx.orgId, id: orderId } }, data: { equipmentId: place.equipmentId } })
  await tx.db.downtime.updateMany({ where: { orgId: tx.orgId, workOrderId: orderId }, data: { assetId: place.assetId } })
  await tx.exec.query(
    `UPDATE meter_reading m SET asset_id = $3::uuid, point_id = there.id FROM point here JOIN point there ON there.org_id = here.org_id AND there.asset_id = $3::uuid AND there.code = here.code
     WHERE m.org_id = $1::uuid AND m.work_order_id = $2::uuid AND here.org_id = m.org_id AND here.id = m.point_id`,
    [tx.orgId, orderId, place.assetId],
  )
}
