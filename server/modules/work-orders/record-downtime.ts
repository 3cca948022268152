import { AppError, notFound } from '#server/core/kernel/errors.ts'
import type { PayloadOf } from '#server/core/work-orders/commands.ts'
import { orderSentence } from '#server/core/work-orders/order-sentences.ts'
import type { Tx } from '#server/platform/db.ts'
import { changeDowntime, downtimeReasons, findDowntime, insertDowntime, type DowntimeRow } from './downtime.repo.ts'
import type { Told } from './told.ts'
import type { LockedOrder } from './work-orders.repo.ts'

/** recordDowntime keeps that the order's machine stood still, or puts another time (its end) in the place of what was written down. */
export async function recordDowntime(tx: Tx, order: LockedOrder, payload: PayloadOf<'recordDowntime'>, told: Told): Promise<Record<string, unknown>> {
  const before = payload.downtimeId === undefined ? null : await findDowntime(tx, order.id, payload.downtimeId)
  if (payload.downtimeId !== undefined && before === null) throw notFound('This standstill')
  const reasons = (await downtimeReasons(tx)).map(({ code }) => code)
  // What was given once stays possible, also when the list has changed since.
  if (payload.reason !== before?.reason && !reasons.includes(payload.reason))
    throw new AppError('invalid', orderSentence('downtime-reason', { choices: reasons.join(', ') }), { field: 'reason' })
  const row: DowntimeRow = { fromAt: payload.from, toAt: payload.to ?? null, reason: payload.reason, planned: payload.planned, note: payload.note ?? null }
  const { opId: id, personId: recordedBy, late } = told
  if (payload.downtimeId === undefined) await insertDowntime(tx, { ...row, id, assetId: order.assetId, workOrderId: order.id, recordedBy, late })
  else await changeDowntime(tx, payload.downtimeId, row)
  return { downtimeId: payload.downtimeId ?? told.opId, before }
}
