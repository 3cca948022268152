import { DAY_MS } from '../kernel/time.ts'
import { AppError } from '../kernel/errors.ts'
import { err, ok, type Result } from '../kernel/result.ts'

/** SHELF_MS is how long an alarm may be shelved: 24 h, and 7 days by whoever may suppress alarms. */
export const SHELF_MS = { usual: DAY_MS, long: 7 * DAY_MS } as const

/** ShelfEnd is how a shelf ended. */
export type ShelfEnd = 'expired' | 'by-hand' | 'escalated'

/** ShelfRequest is a wish to shelve an alarm until a time. */
export interface ShelfRequest {
  readonly safety: boolean
  readonly until: Date
  readonly now: Date
  /** Whether the person may suppress alarms at the alarm's site. */
  readonly mayBeLong: boolean
}

/** checkShelf says whether an alarm may be shelved as wished, or why not. */
export function checkShelf({ safety, until, now, mayBeLong }: ShelfRequest): Result<null, AppError> {
  const ms = until.getTime() - now.getTime()
  if (safety) return err(new AppError('illegal-transition', 'A safety alarm is never shelved. If its sensor is at fault, take it out of service with an order.'))
  if (ms <= 0) return err(new AppError('invalid', 'A shelf ends in the future.', { field: 'until' }))
  if (ms > SHELF_MS.long) return err(new AppError('invalid', 'An alarm is shelved for 7 days at most. For longer, take it out of service with an order.', { field: 'until' }))
  if (ms > SHELF_MS.usual && !mayBeLong) return err(new AppError('forbidden', 'You may shelve an alarm for 24 hours at most. Ask a supervisor for longer.', { field: 'until' }))
  return ok(null)
}

/** escalatesPast tells whether an alarm of a priority ends a shelf: it is more urgent than when it was shelved. */
export const escalatesPast = (shelf: { readonly priority: number }, priority: number): boolean => priority < shelf.priority
