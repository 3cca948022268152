import { notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type Actor } from '#server/core/people/actor.ts'
import { expiryOf, linkState, type LinkState, type NewContractorLink } from '#server/core/public/contractor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { hashLink, newLinkSecret } from '#server/platform/public-address.ts'
import { findLink, insertLink, linksOfOrder, noteRevoked, siteOfOrder, type LinkRow } from './links.repo.ts'

const PERMISSION = 'work-order.plan'
const personOf = (actor: Actor): string | null => (actor.type === 'person' ? actor.personId : null)

async function siteIn(tx: Tx, actor: Actor, orderId: string): Promise<string> {
  const order = await siteOfOrder(tx, orderId)
  if (!order || !can(actor, 'work-order.read', order.siteId)) throw notFound('This work order')
  requirePermission(actor, PERMISSION, order.siteId)
  return order.siteId
}

const view = ({ id, name, madeAt, expiresAt, revokedAt, lastUsedAt, doneAt, ...row }: LinkRow) => ({
  id, name, state: linkState({ ...row, expiresAt, revokedAt }, now()) satisfies LinkState, madeAt: madeAt.toISOString(), expiresAt: expiresAt.toISOString(),
  revokedAt: revokedAt?.toISOString() ?? null, lastUsedAt: lastUsedAt?.toISOString() ?? null, doneAt: doneAt?.toISOString() ?? null,
})

/** listContractorLinks shows whoever plans an order its links: for whom, until when, and when each was last used. Their secrets are nowhere. */
export const listContractorLinks = (actor: Actor, orderId: string) => withTenant(actor.orgId, async (tx) => {
  await siteIn(tx, actor, orderId)
  return (await linksOfOrder(tx, orderId)).map(view)
})

/** makeContractorLink makes a link that opens one order for somebody without an account; its path is given this once. */
export const makeContractorLink = (actor: Actor, { orderId, name, days }: NewContractorLink): Promise<{ id: string; path: string }> => withTenant(actor.orgId, async (tx) => {
  const siteId = await siteIn(tx, actor, orderId)
  const [id, secret, expiresAt] = [newId(), newLinkSecret(tx.orgId), expiryOf(days, now())]
  await insertLink(tx, { id, workOrderId: orderId, siteId, name, expiresAt, secretHash: hashLink(secret), madeBy: personOf(actor) })
  await writeAudit(tx, { actor, action: 'contractor-link.make', entity: 'work-order', entityId: orderId, after: { linkId: id, name, expiresAt } })
  return { id, path: `/c/${secret}` }
})

/** revokeContractorLink ends a link at once. */
export const revokeContractorLink = (actor: Actor, id: string): Promise<void> => withTenant(actor.orgId, async (tx) => {
  const link = await findLink(tx, id)
  if (!link || !can(actor, PERMISSION, link.siteId)) throw notFound('This link')
  if (!(await noteRevoked(tx, id, personOf(actor), now()))) return
  await writeAudit(tx, { actor, action: 'contractor-link.revoke', entity: 'work-order', entityId: link.workOrderId, before: { linkId: id, name: link.name } })
})
