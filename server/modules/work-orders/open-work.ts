import { notFound } from '#server/core/kernel/errors.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import { orderText, type OrderText } from '#server/core/work-orders/ticket-text.ts'
import { withTenant } from '#server/platform/db.ts'
import { placeOf } from './create-order.repo.ts'
import { openOrdersOf } from './open-work.repo.ts'

/** OpenWork is an order on a machine with work still to be done, as far as anybody who may report trouble sees it. */
export interface OpenWork {
  readonly id: string
  readonly number: string
  readonly provisionalNumber: string | null
  readonly title: string
  readonly text: OrderText | null
  readonly status: string
  readonly priority: number
  readonly createdAt: string
  /** How many others saw it too. */
  readonly witnesses: number
}

/** openWork tells what is reported of a machine already, the newest first; 'not-found' when it is not the actor's to see. */
export async function openWork(actor: Actor, assetId: string): Promise<OpenWork[]> {
  return withTenant(actor.orgId, async (tx) => {
    const place = await placeOf(tx, assetId)
    if (!place || !can(actor, 'work-order.request', place.siteId)) throw notFound('This asset')
    return (await openOrdersOf(tx, assetId)).map(({ no, createdAt, text, _count, ...row }) =>
      ({ ...row, number: formatNumber(no), text: orderText.safeParse(text).data ?? null, createdAt: createdAt.toISOString(), witnesses: _count.witnesses }))
  })
}
