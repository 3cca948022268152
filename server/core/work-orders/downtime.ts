import { AppError } from '../kernel/errors.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { CLOCK_TOLERANCE_MS } from './completion.ts'
import { orderSentence, type OrderSentence } from './order-sentences.ts'

/** DOWNTIME_REASONS are the reasons for a standstill that an organization has before it makes a list of its own. */
export const DOWNTIME_REASONS = ['breakdown', 'repair', 'planned-work', 'waiting-part', 'waiting-people', 'setup', 'no-demand', 'utilities', 'other'] as const

/** Standstill is a time for which a machine stood still; to null while it still does. */
export interface Standstill {
  readonly from: Date
  readonly to: Date | null
}

const invalid = (field: string, says: OrderSentence): Result<never, AppError> => err(new AppError('invalid', orderSentence(says), { field }))

/** checkStandstill says what is wrong with a standstill that somebody writes down; 'invalid' names the field. */
export function checkStandstill({ from, to }: Standstill, now: Date): Result<Standstill, AppError> {
  const latest = now.getTime() + CLOCK_TOLERANCE_MS
  if (from.getTime() > latest) return invalid('from', 'future')
  if (to !== null && to <= from) return invalid('to', 'end-after-begin')
  return to !== null && to.getTime() > latest ? invalid('to', 'future') : ok({ from, to })
}

/** proposedEnd is when an open standstill probably ended: when the machine returned to service, else when the work was finished; null while neither is known. */
export const proposedEnd = (order: { readonly returnedAt: Date | null; readonly workFinishedAt: Date | null }, standstill: Standstill): Date | null => {
  const end = order.returnedAt ?? order.workFinishedAt
  return standstill.to === null && end !== null && end > standstill.from ? end : null
}
