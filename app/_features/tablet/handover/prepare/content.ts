import type { HandoverContent } from '#server/core/handover/handover.ts'
import { isOpen } from '#server/core/permits/transitions.ts'
import { isUnfinished, type WorkOrderStatus } from '#server/core/work-orders/enums.ts'
import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'
import type { SeenShift } from '../../../../_lib/tablet/seen/shift.ts'
import type { TabletAsset } from '../../../../_lib/tablet/types.ts'

/** Place is what is handed over: a site, or an area of it. */
export interface Place {
  readonly siteId: string
  readonly areaId: string | null
}

/** Content is what is open in a place, as a handover freezes it. */
export type Content = Omit<HandoverContent, 'takenAt' | 'place'>

const MOST = 200
const URGENT = 2
const RUNNING: readonly WorkOrderStatus[] = ['in_progress', 'on_hold']

/** isIn tells whether a position stands in a place; one that the tablet does not know counts to the whole site only. */
export function isIn(assets: ReadonlyMap<string, TabletAsset>, { areaId }: Place, assetId: string): boolean {
  if (areaId === null) return true
  const seen = new Set<string>()
  for (let at = assets.get(assetId); at && !seen.has(at.id); at = at.parentId === null ? undefined : assets.get(at.parentId)) {
    if (at.id === areaId) return true
    seen.add(at.id)
  }
  return false
}

// As the desk gathers it: what is begun or waits, and of the rest what is urgent.
const isOpenJob = ({ order }: SeenOrder): boolean =>
  RUNNING.includes(order.status as WorkOrderStatus) || (isUnfinished(order.status as WorkOrderStatus) && order.priority <= URGENT)

/** contentOf gathers from what the tablet knows what is open in a place: work, locks, permits, temporary repairs and machines with alarms. */
export function contentOf(place: Place, orders: readonly SeenOrder[], shift: Pick<SeenShift, 'repairs' | 'machines'>, assets: ReadonlyMap<string, TabletAsset>): Content {
  const here = orders.filter(({ site, asset }) => site.id === place.siteId && isIn(assets, place, asset.id))
  const at = <Row extends { readonly siteId: string }>(rows: readonly Row[], assetId: (row: Row) => string): Row[] =>
    rows.filter((row) => row.siteId === place.siteId && isIn(assets, place, assetId(row))).slice(0, MOST)
  const machine = ({ asset: { id, tag, name } }: SeenOrder) => ({ id, tag, name })
  return {
    orders: here.filter(isOpenJob).slice(0, MOST).map((seen) => ({
      number: seen.order.number, title: seen.order.title, text: seen.order.text, status: seen.order.status, priority: seen.order.priority, holdReason: seen.order.holdReason,
      assignee: seen.order.assignee?.name ?? null, machine: machine(seen),
    })),
    locks: here.flatMap((seen) => (seen.safety?.isolation?.state.locks ?? []).map(({ personId, lock, since }) => ({
      person: seen.safety?.names[personId] ?? '', lock, since: since.toISOString(), phase: seen.safety?.isolation?.state.phase ?? 'isolating', order: seen.order.number, machine: machine(seen),
    }))).slice(0, MOST),
    permits: here.flatMap((seen) => (seen.safety?.permits ?? []).filter(({ status }) => isOpen(status)).map(({ number, kind, status, performer, to }) =>
      ({ number, kind, status, performer: performer.name, to, order: seen.order.number, machine: machine(seen) }))).slice(0, MOST),
    repairs: at(shift.repairs, ({ asset }) => asset.id).map(({ id, what, risk, owner, expiresAt, order, asset }) =>
      ({ id, what, risk, owner: owner.name, expiresAt, order, machine: asset })),
    machines: at(shift.machines, (one) => one.machine.id).map(({ siteId: _, ...one }) => one),
  }
}

/** isNothing tells whether nothing at all is open. */
export const isNothing = (content: Content): boolean => Object.values(content).every((list) => list.length === 0)
