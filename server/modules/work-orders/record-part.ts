import { notFound } from '#server/core/kernel/errors.ts'
import type { PayloadOf } from '#server/core/work-orders/commands.ts'
import type { Tx } from '#server/platform/db.ts'
import { findMove, findPlanned, insertMove, partName, removePlanned, savePlanned, type PartMove, type PartRef } from './parts.repo.ts'
import type { Told } from './told.ts'
import type { LockedOrder } from './work-orders.repo.ts'

interface Named {
  readonly partId?: string | undefined
  readonly description?: string | undefined
  readonly unit?: string | undefined
}

const saysPart = ({ partId, description }: Named): boolean => partId !== undefined || description !== undefined
const refOf = ({ partId, description, unit }: Named): PartRef => ({ partId: partId ?? null, description: description ?? null, unit: unit ?? null })

/** nameOf is what the history calls a part; 'not-found' for one that the stores' list does not hold. */
async function nameOf(tx: Tx, { partId, description }: PartRef): Promise<string> {
  const name = partId === null ? description : await partName(tx, partId)
  if (name === null) throw notFound('This part')
  return name
}

/**
 * movePart writes down that a part left the stores for an order, or came back. Every part that is taken goes through here, and none is refused:
 * what is in the hand was taken, whatever the stores' balance says.
 */
export async function movePart(tx: Tx, move: PartMove): Promise<string> {
  const name = await nameOf(tx, move)
  await insertMove(tx, move)
  return name
}

/** usePart keeps that a part was taken: of the kit, of the stores, or from elsewhere. */
export async function usePart(tx: Tx, order: LockedOrder, payload: PayloadOf<'usePart'>, told: Told): Promise<Record<string, unknown>> {
  const planned = payload.fromKit === undefined ? null : await findPlanned(tx, order.id, payload.fromKit)
  if (payload.fromKit !== undefined && planned === null) throw notFound('This part of the kit')
  const ref = planned !== null && !saysPart(payload) ? { ...planned, unit: payload.unit ?? planned.unit } : refOf(payload)
  const name = await movePart(tx, moveOf(order, ref, { kind: 'taken', quantity: payload.quantity, plannedPartId: planned?.id ?? null }, told))
  return { name }
}

/** returnPart keeps that a part was put back: beside what was taken, which stays as it was written. */
export async function returnPart(tx: Tx, order: LockedOrder, payload: PayloadOf<'returnPart'>, told: Told): Promise<Record<string, unknown>> {
  const taken = payload.useId === undefined ? null : await findMove(tx, order.id, payload.useId)
  if (payload.useId !== undefined && taken === null) throw notFound('This part of the order')
  const ref = taken !== null && !saysPart(payload) ? { ...taken, unit: payload.unit ?? taken.unit } : refOf(payload)
  const name = await movePart(tx, moveOf(order, ref, { kind: 'returned', quantity: payload.quantity, plannedPartId: taken?.plannedPartId ?? null }, told))
  return { name }
}

const moveOf = (order: LockedOrder, { partId, description, unit }: PartRef, move: Pick<PartMove, 'kind' | 'quantity' | 'plannedPartId'>, told: Told): PartMove =>
  ({ partId, description, unit, ...move, id: told.opId, workOrderId: order.id, personId: told.personId, at: order.now, late: told.late })

/** planPart adds a part to what is to be taken along, changes it or takes it out. */
export async function planPart(tx: Tx, order: LockedOrder, payload: PayloadOf<'planPart'>, told: Told): Promise<Record<string, unknown>> {
  const before = payload.plannedPartId === undefined ? null : await findPlanned(tx, order.id, payload.plannedPartId)
  if (payload.plannedPartId !== undefined && before === null) throw notFound('This part of the kit')
  const ref = before !== null && !saysPart(payload) ? { partId: before.partId, description: before.description, unit: payload.unit ?? before.unit } : refOf(payload)
  const name = await nameOf(tx, ref)
  if (before !== null && payload.remove) await removePlanned(tx, before.id, order.now)
  else await savePlanned(tx, order.id, { id: before?.id ?? told.opId, ...ref, quantity: payload.quantity }, told.personId)
  return { name, before }
}
