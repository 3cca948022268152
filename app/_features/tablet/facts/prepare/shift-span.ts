import { checkSpan } from '#server/core/work-orders/labour.ts'

const MINUTE_MS = 60_000

/** STEPS_MIN are by how much a time is corrected with one tap, in minutes: 15, 30 or 60 less or more. */
export const STEPS_MIN = [15, 30, 60] as const

/** SpanText is a time as the outbox keeps it: ISO. */
export interface SpanText {
  readonly startedAt: string
  readonly endedAt: string
}

/**
 * shiftSpan makes a time shorter or longer by minutes: whoever has too much forgot to stop, so it ends earlier; whoever has too little forgot to start, so it
 * begins earlier. Null where nothing would be left, or more than a day.
 */
export function shiftSpan({ startedAt, endedAt }: SpanText, minutes: number, now: number): SpanText | null {
  const by = minutes * MINUTE_MS
  const span = { startedAt: new Date(Date.parse(startedAt) - Math.max(0, by)), endedAt: new Date(Date.parse(endedAt) + Math.min(0, by)) }
  return checkSpan(span, new Date(now)).ok ? { startedAt: span.startedAt.toISOString(), endedAt: span.endedAt.toISOString() } : null
}
