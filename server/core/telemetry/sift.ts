import { faultSentence } from './fault-sentences.ts'
import type { Batch } from './packed-batch.ts'
import { checkReading, type ReadingFault } from './reading.ts'
import { conversion } from './units.ts'

/** SiftPoint is what sifting needs to know of a point: its canonical unit, the unit its source sends unnamed, its physical range. */
export interface SiftPoint {
  readonly unit: string
  readonly givenUnit: string | null
  readonly quantity: string
  readonly rangeLow: number | null
  readonly rangeHigh: number | null
}

/** SiftedColumns holds the rows that may be stored, in canonical units; row is the place in the batch. */
export interface SiftedColumns {
  n: number
  readonly pointNo: Int32Array
  readonly t: Float64Array
  readonly value: Float64Array
  readonly quality: Uint8Array
}

/** SiftFault is a row that goes to quarantine. */
export interface SiftFault extends ReadingFault {
  readonly row: number
  readonly unit: string | null
}

const conversions = new Map<string, ReturnType<typeof conversion>>()
const MAX_KEPT = 10_000

// Looked up for every reading that names a unit, so each pair of units is worked out once.
function conversionOf(from: string, to: string, quantity: string): ReturnType<typeof conversion> {
  const key = `${quantity} ${from} ${to}`
  let known = conversions.get(key)
  if (!known) {
    if (conversions.size >= MAX_KEPT) conversions.clear()
    known = conversion(from, to, quantity)
    conversions.set(key, known)
  }
  return known
}

/**
 * siftBatch appends a batch's rows to `into` in canonical units and returns the rows that cannot be stored with their
 * reasons: unit of another dimension, outside the physical range, or a source time ahead of nowMs by more than the allowed skew.
 */
export function siftBatch(batch: Batch, points: ReadonlyMap<number, SiftPoint>, nowMs: number, into: SiftedColumns): SiftFault[] {
  const faults: SiftFault[] = []
  for (let row = 0; row < batch.n; row++) {
    const no = batch.pointNo[row]!
    const point = points.get(no)
    const unit = batch.unit[row]! > 0 ? (batch.units[batch.unit[row]!] ?? null) : null
    if (!point) {
      faults.push({ row, unit, code: 'unknown-point', detail: faultSentence('removed-point') })
      continue
    }
    let value = batch.value[row]!
    const given = unit ?? point.givenUnit
    if (given !== null && given !== point.unit) {
      const found = conversionOf(given, point.unit, point.quantity)
      if (!found.ok) {
        faults.push({ row, unit, code: 'unit', detail: found.error.detail })
        continue
      }
      value = value * found.value.factor + found.value.offset
    }
    const t = batch.t[row]!
    const fault = checkReading({ t, value }, point, nowMs)
    if (fault) {
      faults.push({ row, unit, ...fault })
      continue
    }
    const i = into.n++
    into.pointNo[i] = no
    into.t[i] = t
    into.value[i] = value
    into.quality[i] = batch.quality[row]!
  }
  return faults
}
