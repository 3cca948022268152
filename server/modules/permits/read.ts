import { notFound } from '#server/core/kernel/errors.ts'
import { can, siteScope, type Actor } from '#server/core/people/actor.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { takeTime } from './clock.repo.ts'
import { lockRows, namesOf, permitRows, type PermitRow } from './read.repo.ts'
import { permitView, readers, type PermitView } from './view.ts'

async function views(tx: Tx, rows: readonly PermitRow[], now: Date): Promise<PermitView[]> {
  const names = await namesOf(tx, rows.flatMap((row) => [...row.events.map(({ personId }) => personId), ...readers(row)]))
  return rows.map((row) => permitView(row, names, now))
}

/** permitsOfOrder lists an order's permits, those that end soonest first; 'not-found' when the order is not the actor's to see. */
export const permitsOfOrder = async (tx: Tx, actor: Actor, order: { readonly id: string; readonly siteId: string }): Promise<PermitView[]> => {
  if (!can(actor, 'work-order.read', order.siteId)) throw notFound('This work order')
  return views(tx, await permitRows(tx, { workOrderIds: [order.id] }), await takeTime(tx))
}

/** SafetyBoard is what is in force in the plant now: permits that are open and locks that are on. */
export interface SafetyBoard {
  readonly permits: readonly PermitView[]
  readonly locks: readonly {
    readonly person: { readonly id: string; readonly name: string }; readonly lock: string; readonly since: string; readonly phase: string
    readonly asset: { readonly id: string; readonly tag: string; readonly name: string }; readonly order: string
    readonly site: { readonly id: string; readonly name: string; readonly timeZone: string }
  }[]
  readonly readAt: string
}

/** safetyBoard reads which permits are open and which locks are on at the actor's sites. */
export const safetyBoard = (actor: Actor): Promise<SafetyBoard> =>
  withTenant(actor.orgId, async (tx) => {
    const sites = siteScope(actor, 'work-order.read')
    const now = await takeTime(tx)
    return {
      permits: await views(tx, await permitRows(tx, { sites }), now),
      locks: (await lockRows(tx, sites)).map((row) => ({
        person: { id: row.personId, name: row.name }, lock: row.lock, since: row.since.toISOString(), phase: row.phase,
        asset: { id: row.assetId, tag: row.tag, name: row.assetName }, order: formatNumber(row.orderNo), site: { id: row.siteId, name: row.siteName, timeZone: row.timeZone },
      })),
      readAt: now.toISOString(),
    }
  })
