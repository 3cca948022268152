import { MINUTE_MS } from '../kernel/time.ts'

/** isLongJob tells whether a job that was asked for so long ago (ms) has outlasted a person's patience: more than a minute, as the design of long work has it. */
export const isLongJob = (sinceMs: number): boolean => sinceMs > MINUTE_MS

/** minutesOf is a length (ms) in whole minutes. */
export const minutesOf = (ms: number): number => Math.round(ms / MINUTE_MS)
