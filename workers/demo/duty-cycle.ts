import { MINUTE_MS, SECOND_MS } from '#server/core/kernel/time.ts'
import type { FanConfiguration } from '#prisma/seed/demo/read-fan.ts'

/** HEALTHY_SPEEDS is the balanced fan's duty cycle: a minute at each speed (per cent), over and over. */
export const HEALTHY_SPEEDS: readonly number[] = [60, 70, 80, 90, 100, 90, 80, 70, 60, 50, 40, 50]

/** FAULTY_SPEEDS is the unbalanced fan's: it begins at speeds where the fault shows clearly, so that a ticket is born while someone watches. */
export const FAULTY_SPEEDS: readonly number[] = [80, 80, 70, 90, 100, 80, 60, 70, 50]

/** STRONG_AFTER_MS is how long the fan is somewhat unbalanced before it is strongly unbalanced: 5 minutes. */
export const STRONG_AFTER_MS = 5 * MINUTE_MS

/** FanMoment is what the fan does at one second: configuration, speed (per cent) and which second of the recorded minute it repeats. */
export interface FanMoment {
  readonly configuration: FanConfiguration
  readonly speed: number
  readonly second: number
}

const speedAt = (speeds: readonly number[], ms: number): number => speeds[Math.floor(ms / MINUTE_MS) % speeds.length] ?? 60

/** fanMoment tells what the fan does at a time (epoch ms); faultSinceMs is when its unbalance began, null while it is healthy. */
export function fanMoment(atMs: number, faultSinceMs: number | null): FanMoment {
  const second = Math.floor(atMs / SECOND_MS) % 60
  if (faultSinceMs === null || atMs < faultSinceMs) return { configuration: 3, speed: speedAt(HEALTHY_SPEEDS, atMs), second }
  const faulty = atMs - faultSinceMs
  return { configuration: faulty < STRONG_AFTER_MS ? 2 : 1, speed: speedAt(FAULTY_SPEEDS, faulty), second }
}
