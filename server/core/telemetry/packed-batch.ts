/**
 * Batch is a batch of readings as columns, in the order sent: point numbers, event times (epoch ms), values, quality codes,
 * the unit of each row as an index into units (0 = none named), and each row's index in what was sent.
 */
export interface Batch {
  readonly n: number
  readonly pointNo: Int32Array
  readonly t: Float64Array
  readonly value: Float64Array
  readonly quality: Uint8Array
  readonly unit: Uint16Array
  readonly index: Int32Array
  readonly units: readonly string[]
}

const MAGIC = 0x4d574231 // "MWB1"
const HEADER = 16
const ROW = 8 + 8 + 4 + 4 + 2 + 1

/** emptyBatch makes columns for n rows. */
export const emptyBatch = (n: number, units: readonly string[] = ['']): Batch => ({
  n,
  t: new Float64Array(n),
  value: new Float64Array(n),
  pointNo: new Int32Array(n),
  index: new Int32Array(n),
  quality: new Uint8Array(n),
  unit: new Uint16Array(n),
  units,
})

const bytesOf = (column: ArrayBufferView): Uint8Array => new Uint8Array(column.buffer, column.byteOffset, column.byteLength)

/** packBatch writes a batch as bytes: a header, the columns (little-endian, widest first so that each is aligned), the unit names as JSON. */
export function packBatch(batch: Batch): Uint8Array {
  const units = new TextEncoder().encode(JSON.stringify(batch.units))
  const bytes = new Uint8Array(HEADER + batch.n * ROW + units.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC)
  view.setUint32(4, batch.n, true)
  view.setUint32(8, units.length, true)
  let at = HEADER
  for (const column of [batch.t, batch.value, batch.pointNo, batch.index, batch.unit, batch.quality]) {
    bytes.set(bytesOf(column.subarray(0, batch.n)), at)
    at += batch.n * column.BYTES_PER_ELEMENT
  }
  bytes.set(units, at)
  return bytes
}

/** unpackBatch reads what packBatch wrote; throws RangeError when the bytes are anything else. */
export function unpackBatch(bytes: Uint8Array): Batch {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < HEADER || view.getUint32(0) !== MAGIC) throw new RangeError('not a packed batch')
  const n = view.getUint32(4, true)
  const unitBytes = view.getUint32(8, true)
  if (bytes.byteLength !== HEADER + n * ROW + unitBytes) throw new RangeError('a packed batch of the wrong length')
  const batch = emptyBatch(n)
  let at = HEADER
  for (const column of [batch.t, batch.value, batch.pointNo, batch.index, batch.unit, batch.quality]) {
    const length = n * column.BYTES_PER_ELEMENT
    bytesOf(column).set(bytes.subarray(at, at + length))
    at += length
  }
  const units = JSON.parse(new TextDecoder().decode(bytes.subarray(at))) as string[]
  return { ...batch, units }
}
