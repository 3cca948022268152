import { notFound } from '#server/core/kernel/errors.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import { withTenant } from '#server/platform/db.ts'
import { reportsOf, siteOfOrder } from './requests.repo.ts'

/** reportsOfOrder shows whoever may read an order what people without an account reported of it: in their words, with the two answers and how to reach them. */
export const reportsOfOrder = (actor: Actor, id: string) => withTenant(actor.orgId, async (tx) => {
  const order = await siteOfOrder(tx, id)
  if (!order || !can(actor, 'work-order.read', order.siteId)) throw notFound('This work order')
  return (await reportsOf(tx, id)).map(({ at, ...report }) => ({ ...report, at: at.toISOString() }))
})
