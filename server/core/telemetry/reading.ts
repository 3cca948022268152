import { err, ok, type Result } from '../kernel/result.ts'
import { faultSentence } from './fault-sentences.ts'
import { QUALITY_CODE, type Quality } from './quality.ts'

/** ParsedReading is one reading as a source sent it, checked for shape only: t in epoch ms, unit null when none was named. */
export interface ParsedReading {
  readonly point: string
  readonly t: number
  readonly value: number
  readonly unit: string | null
  readonly quality: number
}

/** ReadingFault says what is wrong with one row of a batch, in words for whoever sent it. */
export interface ReadingFault {
  readonly code: 'schema' | 'unknown-point' | 'range' | 'skew' | 'unit'
  readonly detail: string
}

const RFC3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/
// Epoch milliseconds between 2000 and 2100: seconds or nanoseconds sent by mistake fall outside.
const EARLIEST_MS = 946_684_800_000
const LATEST_MS = 4_102_444_800_000
const MAX_TEXT = 200

const fault = (detail: string): Result<never, ReadingFault> => err({ code: 'schema', detail })

/** parseTime reads RFC 3339 text with a zone, or epoch milliseconds; null when it is neither. */
export function parseTime(given: unknown): number | null {
  const t = typeof given === 'number' ? given : typeof given === 'string' && RFC3339.test(given) ? Date.parse(given) : Number.NaN
  return Number.isFinite(t) && t >= EARLIEST_MS && t < LATEST_MS ? Math.round(t) : null
}

/**
 * parseReading checks one row `{point, ts, value, unit?, quality?}`; it is written by hand rather than as a schema
 * because it runs for every reading, and one bad row must not fail its batch.
 */
export function parseReading(raw: unknown): Result<ParsedReading, ReadingFault> {
  if (typeof raw !== 'object' || raw === null) return fault(faultSentence('not-object'))
  const row = raw as Record<string, unknown>
  if (typeof row.point !== 'string' || row.point === '' || row.point.length > MAX_TEXT)
    return fault(faultSentence('point', { most: MAX_TEXT }))
  const t = parseTime(row.ts)
  if (t === null) return fault(faultSentence('ts'))
  if (typeof row.value !== 'number' || !Number.isFinite(row.value)) return fault(faultSentence('value'))
  if (row.unit !== undefined && row.unit !== null && (typeof row.unit !== 'string' || row.unit.length > MAX_TEXT))
    return fault(faultSentence('unit-text'))
  const quality = row.quality ?? 'good'
  if (typeof quality !== 'string' || !Object.hasOwn(QUALITY_CODE, quality)) return fault(faultSentence('quality'))
  return ok({ point: row.point, t, value: row.value, unit: row.unit ? (row.unit) : null, quality: QUALITY_CODE[quality as Quality] })
}

/** MAX_SKEW_MS is how far ahead of the database's clock a source time may be. */
export const MAX_SKEW_MS = 5 * 60 * 1000

/** checkReading finds what is wrong with a reading that is already in its point's unit; null when it may be stored. */
export function checkReading(
  reading: { t: number; value: number },
  point: { rangeLow: number | null; rangeHigh: number | null; unit: string },
  nowMs: number,
): ReadingFault | null {
  if (reading.t > nowMs + MAX_SKEW_MS)
    return { code: 'skew', detail: faultSentence('skew', { ahead: Math.round((reading.t - nowMs) / 1000), most: MAX_SKEW_MS / 1000 }) }
  const { rangeLow, rangeHigh, unit } = point
  if ((rangeLow !== null && reading.value < rangeLow) || (rangeHigh !== null && reading.value > rangeHigh))
    return { code: 'range', detail: faultSentence('range', { value: reading.value, unit, low: rangeLow ?? '-∞', high: rangeHigh ?? '∞', unit2: unit }) }
  return null
}
