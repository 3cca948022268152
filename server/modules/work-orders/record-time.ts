import { AppError, notFound } from '#server/core/kernel/errors.ts'
import type { PayloadOf } from '#server/core/work-orders/commands.ts'
import { mayCorrect, spanOf, type Span } from '#server/core/work-orders/labour.ts'
import { orderSentence } from '#server/core/work-orders/order-sentences.ts'
import type { Tx } from '#server/platform/db.ts'
import { changeEntry, findEntry, insertEntry } from './labour.repo.ts'
import type { Told } from './told.ts'
import type { LockedOrder } from './work-orders.repo.ts'

async function addTime(tx: Tx, order: LockedOrder, span: Span, activity: string | undefined, told: Told): Promise<Record<string, unknown>> {
  // Time is somebody's: a program and the system itself have none.
  if (told.personId === null) throw notFound('This person')
  await insertEntry(tx, { id: told.opId, workOrderId: order.id, personId: told.personId, ...span, activity: activity ?? 'active' })
  return { labourId: told.opId }
}

/** logTime keeps time that a person worked without a timer. */
export async function logTime(tx: Tx, order: LockedOrder, payload: PayloadOf<'logTime'>, told: Told): Promise<Record<string, unknown>> {
  const span = spanOf(payload, order.now)
  if (!span.ok) throw span.error
  return addTime(tx, order, span.value, payload.activity, told)
}

/** correctTime puts another time in the place of an entry, which the history keeps; without an entry it adds one of one's own. */
export async function correctTime(tx: Tx, order: LockedOrder, payload: PayloadOf<'correctTime'>, told: Told): Promise<Record<string, unknown>> {
  const { labourId, startedAt, endedAt, activity } = payload
  if (labourId === undefined) return addTime(tx, order, { startedAt, endedAt }, activity, told)
  const before = await findEntry(tx, order.id, labourId)
  if (before === null) throw notFound('This time')
  if (!mayCorrect(before, told.personId, told.holds)) throw new AppError('forbidden', orderSentence('own-time'), { labourId })
  await changeEntry(tx, labourId, { startedAt, endedAt, activity: activity ?? before.activity })
  return { labourId, before, whose: before.personId }
}
