import { HOUR_MS, MINUTE_MS } from '../kernel/time.ts'

/** Resolution is where a chart's history is read from. */
export type Resolution = 'raw' | 'minute' | 'hour'

/**
 * resolutionFor chooses the coarsest history that still fills the buckets asked for: a bucket of two hours or more is read
 * from hours, of two minutes or more from minutes, anything finer from the readings themselves.
 */
export function resolutionFor(fromMs: number, toMs: number, buckets: number): Resolution {
  const width = (toMs - fromMs) / buckets
  if (width >= 2 * HOUR_MS) return 'hour'
  if (width >= 2 * MINUTE_MS) return 'minute'
  return 'raw'
}

/** RETENTION_DAYS is how long each resolution is kept; raw days are dropped as whole partitions. */
export const RETENTION_DAYS: Readonly<Record<Resolution, number>> = { raw: 400, minute: 800, hour: 3650 }

/** JOURNAL_DAYS is how long the inputs of a lane are kept in their order: a batch sent again later is still stored once, by its readings' own keys. */
export const JOURNAL_DAYS = 7
