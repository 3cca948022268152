import * as z from 'zod'
import { DAY_MS } from '../kernel/time.ts'

/** priority parses a priority: 1 critical, 2 high, 3 medium, 4 low. */
export const priority = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type Priority = z.infer<typeof priority>

/** toPriority reads a stored number as a priority; anything outside 1 to 4 is taken as the nearest. */
export const toPriority = (value: number): Priority => (value <= 1 ? 1 : value >= 4 ? 4 : value < 3 ? 2 : 3)

/** isHigher tells whether priority a is more urgent than b (1 before 4). */
export const isHigher = (a: Priority, b: Priority): boolean => a < b

/** stepUp is the next more urgent priority; critical stays critical. */
export const stepUp = (value: Priority): Priority => toPriority(value - 1)

/** DUE_WITHIN_MS is how soon an order should be done by priority, in ms: our default of 1, 3, 14 and 30 days. */
const DUE_WITHIN_MS: Readonly<Record<Priority, number>> = { 1: DAY_MS, 2: 3 * DAY_MS, 3: 14 * DAY_MS, 4: 30 * DAY_MS }

/** dueAt is when an order of a priority, raised at a time, should be done. */
export const dueAt = (value: Priority, raisedAt: Date): Date => new Date(raisedAt.getTime() + DUE_WITHIN_MS[value])
