import { RISKS } from '#server/core/handover/handover.ts'
import type { TabletShift } from '#server/core/handover/on-tablet.ts'
import { siteScope, type Actor } from '#server/core/people/actor.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import type { Tx } from '#server/platform/db.ts'
import { alarmingMachines } from './gather.repo.ts'
import { newestHandovers } from './handover.repo.ts'
import { areasOf, namesOf } from './place.repo.ts'
import { standingRepairs } from './repairs.repo.ts'
import { shiftStamp } from './shift-stamp.repo.ts'

const SHOWN = 6

/**
 * shiftForTablet reads what a person's tablet keeps for the change of shifts, for his sites: the newest handovers, the temporary repairs that stand, machines
 * with alarms; null when the stamp is the one that the tablet has.
 */
export async function shiftForTablet(tx: Tx, actor: Actor, has: string | undefined): Promise<TabletShift | null> {
  const sites = siteScope(actor, 'work-order.execute')
  const stamp = await shiftStamp(tx, sites, SHOWN)
  if (stamp === has) return null
  const handovers = await newestHandovers(tx, sites, SHOWN)
  const names = await namesOf(tx, handovers.flatMap(({ signedBy, acknowledgedBy }) => [signedBy, ...(acknowledgedBy === null ? [] : [acknowledgedBy])]))
  const named = (id: string) => ({ id, name: names.get(id) ?? '' })
  return {
    stamp,
    handovers: handovers.map(({ id, siteId, shift, text, signedBy, signedAt, acknowledgedBy, acknowledgedAt, acknowledgedNote, content }) => ({
      id, siteId, shift, text, signedBy: named(signedBy), signedAt: signedAt.toISOString(), content,
      acknowledged: acknowledgedBy === null || acknowledgedAt === null ? null : { by: named(acknowledgedBy), at: acknowledgedAt.toISOString(), note: acknowledgedNote },
    })),
    repairs: (await standingRepairs(tx, sites)).map(({ id, siteId, what, risk, riskNote, asset, owner, expiresAt, order }) => ({
      id, siteId, what, risk: RISKS.find((known) => known === risk) ?? 'high', riskNote, asset, owner, expiresAt: expiresAt.toISOString(), order: order && formatNumber(order.no),
    })),
    machines: await alarmingMachines(tx, sites),
    places: (await areasOf(tx, sites)).map(({ id, name, timeZone, assetSite }) => ({ siteId: id, name, timeZone, areas: assetSite })),
  }
}
