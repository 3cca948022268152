import { HOUR_MS, MINUTE_MS } from '../kernel/time.ts'
import type { Kind } from './kinds.ts'

// Our defaults: an alarm that nobody acknowledged is told again, the sooner the worse it is. Low ones are not.
const EVERY_MS: Readonly<Record<number, number>> = { 1: 30 * MINUTE_MS, 2: 4 * HOUR_MS, 3: 24 * HOUR_MS }

/** REPEATED are the kinds that are told again while nothing happens. */
const REPEATED: readonly Kind[] = ['alarm-opened', 'alarm-raised']

/** repeatAt is when something told at an instant (epoch ms) is told again, null for never; safety as priority 1. */
export function repeatAt(what: { readonly kind: Kind; readonly priority: number | null; readonly safety: boolean; readonly loud: boolean }, toldAt: number): number | null {
  if (!what.loud || !REPEATED.includes(what.kind)) return null
  const every = what.safety ? EVERY_MS[1] : EVERY_MS[what.priority ?? 0]
  return every === undefined ? null : toldAt + every
}
