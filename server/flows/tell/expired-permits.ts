import { eventKey } from '#server/core/notify/keys.ts'
import { formatPermitNumber } from '#server/core/permits/permit-number.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import * as notify from '#server/modules/notify/index.ts'
import type { Rung } from '#server/modules/notify/index.ts'
import { expiredPermits, type ExpiredPermit } from '#server/modules/permits/index.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'

async function tellOf(tx: Tx, permit: ExpiredPermit): Promise<Rung[]> {
  const order = await notify.orderFacts(tx, permit.orderId)
  if (!order) return []
  const event = {
    // Once for each end: a permit that was extended and expires again is told again.
    key: eventKey('permit-expired', permit.id, String(Math.floor(permit.to.getTime() / 1000))),
    siteId: order.siteId, zone: order.zone, priority: null, safety: true,
    subject: { type: 'work-order', id: order.id },
    params: {
      assetId: order.assetId, assetTag: order.assetTag, assetName: order.assetName, number: formatNumber(order.no), title: order.title,
      permit: formatPermitNumber(permit.no),
    },
  } as const
  return (await notify.tellPeople(tx, event, [permit.performerId, permit.issuerId].map((personId) => ({ personId, kind: 'permit-expired' as const, loud: true })))).rung
}

/** tellOfExpiredPermits tells holder and issuer of every permit whose time is over while it is open, once; gives the messages to ring for. */
export const tellOfExpiredPermits = (orgId: string): Promise<Rung[]> =>
  withTenant(orgId, async (tx) => {
    const rung: Rung[] = []
    for (const permit of await expiredPermits(tx)) rung.push(...await tellOf(tx, permit))
    return rung
  })
