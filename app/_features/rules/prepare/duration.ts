import { durationOf } from '#server/core/condition/sentence-parts.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#server/core/kernel/time.ts'

/** PER are the units a person chooses from. */
export const PER = ['second', 'minute', 'hour', 'day'] as const
export type Per = (typeof PER)[number]

const SIZES: Readonly<Record<Per, number>> = { second: SECOND_MS, minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS }

/** msOf is the length (ms) of an amount of a unit; NaN stays NaN, fractions of a millisecond are rounded. */
export const msOf = (amount: number, per: Per): number => Math.round(amount * SIZES[per])

/** partsOf puts a length (ms) into the largest unit that divides it, seconds at least; zero and NaN in the unit given. */
export function partsOf(ms: number, fallback: Per): { readonly amount: number; readonly per: Per } {
  if (Number.isNaN(ms) || ms === 0) return { amount: ms, per: fallback }
  const { amount, per } = durationOf(ms)
  return per === 'millisecond' ? { amount: ms / SECOND_MS, per: 'second' } : { amount, per }
}
