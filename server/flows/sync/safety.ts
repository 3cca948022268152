import type { TabletSafety, ToldPermit } from '#server/core/isolation/on-tablet.ts'
import { stateOf } from '#server/core/isolation/state.ts'
import type { Safeguard } from '#server/core/work-orders/safeguards.ts'
import { isolationNames, isolationsForTablets, plansServing, type TakenIsolation } from '#server/modules/isolation/index.ts'
import { permitsForTablets, type TakenPermit } from '#server/modules/permits/index.ts'
import { safeguardsOf } from '#server/modules/work-orders/index.ts'
import type { Tx } from '#server/platform/db.ts'

/** PulledOrder is an order whose safety is read: its machine says what else is on there. */
export interface PulledOrder {
  readonly id: string
  readonly number: string
  readonly assetId: string
}

type NameOf = (id: string) => string

const peopleIn = ({ events }: TakenIsolation): string[] => events.flatMap((event) => [event.personId, ...(event.type === 'lock-removed' ? [event.data.ownerId] : [])])

/** Locks that were found to be on after an isolation had ended, and a new one was begun. */
function earlierLocks(earlier: readonly TakenIsolation[], number: string, nameOf: NameOf): Safeguard[] {
  return earlier.flatMap(({ content, events }) =>
    stateOf(content, events.map((event) => ({ ...event, id: event.opId, at: new Date(event.at) }))).locks.map(({ personId }) => ({ kind: 'lock' as const, own: true, order: number, name: nameOf(personId) })))
}

const toldPermit = ({ workOrderId: _, opIds: __, ...permit }: TakenPermit): ToldPermit => permit

/**
 * safetyFor reads what keeps people safe on some orders: plan, newest isolation, permits, and what else is on at the machine. It asks once for all orders, and
 * once for each what is on there, by the very rule that closing is judged by.
 */
export async function safetyFor(tx: Tx, orders: readonly PulledOrder[]): Promise<ReadonlyMap<string, TabletSafety>> {
  const ids = orders.map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const [plans, isolations, permits] = [await plansServing(tx, ids), await isolationsForTablets(tx, ids), await permitsForTablets(tx, ids)]
  const names = await isolationNames(tx, isolations.flatMap(peopleIn))
  const nameOf: NameOf = (id) => names.get(id) ?? ''
  const told = new Map<string, TabletSafety>()
  for (const order of orders) {
    const [newest, ...earlier] = isolations.filter(({ workOrderId }) => workOrderId === order.id)
    const own = permits.filter(({ workOrderId }) => workOrderId === order.id)
    const others = (await safeguardsOf(tx, order)).filter((guard) => !guard.own)
    const people = (newest ? peopleIn(newest) : []).map((id) => [id, nameOf(id)] as const)
    told.set(order.id, {
      plan: plans.get(order.id) ?? null,
      isolation: newest ? { id: newest.id, planVersion: newest.planVersion, content: newest.content, events: newest.events } : null,
      permits: own.map(toldPermit), guards: [...others, ...earlierLocks(earlier, order.number, nameOf)], names: Object.fromEntries(people),
      taken: [...(newest ? [newest, ...earlier] : []).flatMap(({ events }) => events.map(({ opId }) => opId)), ...own.flatMap(({ opIds }) => opIds)],
    })
  }
  return told
}
