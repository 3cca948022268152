import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import type { PayloadOf } from '#server/core/work-orders/commands.ts'
import { orderSentence } from '#server/core/work-orders/order-sentences.ts'
import { staysWithMachine } from '#server/core/work-orders/stays-with-machine.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { placeOf } from './create-order.repo.ts'
import { moveFacts } from './move-asset.repo.ts'
import type { LockedOrder } from './work-orders.repo.ts'

/**
 * moveAsset moves what was told of an order to the machine that it is really about. An order about an incident stays where it is: it gives
 * the id of the emergency that is to be begun at the other machine.
 */
export async function moveAsset(tx: Tx, actor: Actor, order: LockedOrder, { assetId, newOrderId }: PayloadOf<'moveAsset'>): Promise<Record<string, unknown>> {
  const place = await placeOf(tx, assetId)
  if (!place || !can(actor, 'work-order.read', place.siteId)) throw notFound('This asset')
  if (place.siteId !== order.siteId) throw new AppError('invalid', orderSentence('other-site'), { field: 'assetId' })
  if (staysWithMachine(order)) return { linkedOrderId: newOrderId ?? newId() }
  await moveFacts(tx, order.id, place)
  return { before: order.assetId }
}
