import type { GuestActor } from '#server/core/people/actor.ts'
import { linkState } from '#server/core/public/contractor.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { hashLink, orgOfAddress } from '#server/platform/public-address.ts'
import { linkBySecret, noteUsed } from './links.repo.ts'

/** OpenLink is a contractor's link that opens: its order, and who acts by it. */
export interface OpenLink {
  readonly orderId: string
  readonly siteId: string
  readonly expiresAt: Date
  readonly doneAt: Date | null
  readonly guest: GuestActor & { readonly name: string }
}

/** withLink runs work for the contractor of a link, in one transaction; null when the link is unknown, has expired or was revoked: the three are not told apart. */
export async function withLink<T>(secret: string, work: (tx: Tx, link: OpenLink) => Promise<T>): Promise<T | null> {
  const orgId = orgOfAddress(secret, 'secret')
  if (orgId === null) return null
  return withTenant(orgId, async (tx) => {
    const row = await linkBySecret(tx, hashLink(secret))
    if (!row || linkState(row, now()) !== 'open') return null
    const { id, name, workOrderId: orderId, siteId, expiresAt, doneAt } = row
    return work(tx, { orderId, siteId, expiresAt, doneAt, guest: { type: 'guest', orgId, guestId: id, name } })
  })
}

/** noteLinkUsed keeps that a link was used now, and that its contractor says the work is done where he does. */
export const noteLinkUsed = (tx: Tx, link: OpenLink, done: boolean): Promise<void> => noteUsed(tx, link.guest.guestId, now(), done)
