import { AppError } from '../kernel/errors.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { HOUR_MS, MINUTE_MS } from '../kernel/time.ts'
import type { Permission } from '../people/permissions.ts'
import { CLOCK_TOLERANCE_MS } from './completion.ts'
import { orderSentence, type OrderSentence } from './order-sentences.ts'

/** Timer is one person's time on an order; endedAt null while it runs. */
export interface Timer {
  readonly personId: string
  readonly startedAt: Date
  readonly endedAt: Date | null
  /** diagnostic, active, wait or travel */
  readonly activity: string
}

const spanMs = (timer: Timer, now: Date): number => Math.max(0, (timer.endedAt ?? now).getTime() - timer.startedAt.getTime())

/** labourHours sums the hours that people worked, two people at once counted twice; waiting is not work. Rounded to hundredths of an hour. */
export const labourHours = (timers: readonly Timer[], now: Date): number =>
  Math.round((timers.filter((timer) => timer.activity !== 'wait').reduce((sum, timer) => sum + spanMs(timer, now), 0) / HOUR_MS) * 100) / 100

/** Span is a time from and to which somebody worked. */
export interface Span {
  readonly startedAt: Date
  readonly endedAt: Date
}

/** LONGEST_ENTRY_MS is the longest time of work that is written down as one entry: 24 hours, as a forgotten timer is longer. */
const LONGEST_ENTRY_MS = 24 * HOUR_MS

const invalid = (field: string, says: OrderSentence): Result<never, AppError> => err(new AppError('invalid', orderSentence(says), { field }))

/** checkSpan says what is wrong with a time that somebody writes down; 'invalid' names the field. */
export function checkSpan({ startedAt, endedAt }: Span, now: Date): Result<Span, AppError> {
  if (endedAt <= startedAt) return invalid('endedAt', 'end-after-begin')
  if (endedAt.getTime() > now.getTime() + CLOCK_TOLERANCE_MS) return invalid('endedAt', 'future')
  return endedAt.getTime() - startedAt.getTime() > LONGEST_ENTRY_MS ? invalid('startedAt', 'day-at-most') : ok({ startedAt, endedAt })
}

interface Logged {
  readonly minutes?: number | undefined
  readonly startedAt?: Date | undefined
  readonly endedAt?: Date | undefined
}

/** spanOf reads the time that was logged: from and to, or so many minutes up to now. */
export function spanOf({ minutes, startedAt, endedAt }: Logged, now: Date): Result<Span, AppError> {
  const end = endedAt ?? now
  if (startedAt !== undefined) return checkSpan({ startedAt, endedAt: end }, now)
  return minutes === undefined ? invalid('minutes', 'how-long') : checkSpan({ startedAt: new Date(end.getTime() - minutes * MINUTE_MS), endedAt: end }, now)
}

/** mayCorrect tells whether a person may correct an entry of time: his own, and anybody's where he verifies work. */
export const mayCorrect = (entry: { readonly personId: string }, personId: string | null, holds: (permission: Permission) => boolean): boolean =>
  (personId !== null && entry.personId === personId) || holds('work-order.verify')

/** RunningTimer is a timer that runs on another order. */
export interface RunningTimer {
  readonly orderId: string
  readonly startedAt: Date
}

/**
 * oneJobAtATime decides what becomes of a person's timers on other orders when he begins work here at a time: those that began before stop then,
 * and where one began later (it arrived earlier from another tablet), the time here ended when that one began.
 */
export function oneJobAtATime<Running extends RunningTimer>(elsewhere: readonly Running[], at: Date): { readonly stop: readonly Running[]; readonly endsAt: Date | null } {
  const later = elsewhere.filter(({ startedAt }) => startedAt > at).map(({ startedAt }) => startedAt.getTime())
  return { stop: elsewhere.filter(({ startedAt }) => startedAt <= at), endsAt: later.length === 0 ? null : new Date(Math.min(...later)) }
}
