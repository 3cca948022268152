import type { Batch } from './packed-batch.ts'
import { checkReading, type ReadingFault } from './reading.ts'
import { convert } from './units.ts'

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

type Affine = { readonly factor: number; readonly offset: number } | ReadingFault
const affines = new Map<string, Affine>()

// Every conversion here is a line, so two points of it make it cheap for thousands of rows.
function affineOf(from: string, to: string, quantity: string): Affine {
  const key = `${quantity} ${from} ${to}`
  const known = affines.get(key)
  if (known) return known
  const zero = convert(0, from, to, quantity)
  const one = convert(1, from, to, quantity)
  const made: Affine = !zero.ok ? { code: 'unit', detail: zero.error.detail } : !one.ok ? { code: 'unit', detail: one.error.detail } : { offset: zero.value, factor: one.value - zero.value }
  if (affines.size > 10_000) affines.clear()
  affines.set(key, made)
  return made
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
      faults.push({ row, unit, code: 'unknown-point', detail: 'The point was removed or moved to another site after the batch was accepted.' })
      continue
    }
    let value = batch.value[row]!
    const given = unit ?? point.givenUnit
    if (given !== null && given !== point.unit) {
      const affine = affineOf(given, point.unit, point.quantity)
      if ('code' in affine) {
        faults.push({ row, unit, ...affine })
        continue
      }
      value = value * affine.factor + affine.offset
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
