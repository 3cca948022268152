/** StoreRow columns: what is about to be stored, in canonical units; t in epoch ms. */
export interface StoreColumns {
  readonly n: number
  readonly pointNo: Int32Array
  readonly t: Float64Array
  readonly value: Float64Array
  readonly quality: Uint8Array
}

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')
const HEADER = SIGNATURE.length + 8
// field count + (length + value) of row number, point, time, value, quality
const ROW = 2 + (4 + 4) + (4 + 4) + (4 + 8) + (4 + 8) + (4 + 2)
const POSTGRES_EPOCH_MS = 946_684_800_000
const TWO_32 = 4_294_967_296

/** encodeCopy writes rows (row number, point, time, value, quality) in PostgreSQL's binary COPY format. */
export function encodeCopy(rows: StoreColumns): Buffer {
  const out = Buffer.allocUnsafe(HEADER + rows.n * ROW + 2)
  SIGNATURE.copy(out, 0)
  out.writeInt32BE(0, 11)
  out.writeInt32BE(0, 15)
  const view = new DataView(out.buffer, out.byteOffset, out.byteLength)
  let at = HEADER
  for (let i = 0; i < rows.n; i++) {
    view.setInt16(at, 5)
    view.setInt32(at + 2, 4)
    view.setInt32(at + 6, i)
    view.setInt32(at + 10, 4)
    view.setInt32(at + 14, rows.pointNo[i]!)
    view.setInt32(at + 18, 8)
    // microseconds since 2000-01-01, as two halves: faster than a BigInt for every row
    const micros = (rows.t[i]! - POSTGRES_EPOCH_MS) * 1000
    const high = Math.floor(micros / TWO_32)
    view.setInt32(at + 22, high)
    view.setUint32(at + 26, micros - high * TWO_32)
    view.setInt32(at + 30, 8)
    view.setFloat64(at + 34, rows.value[i]!)
    view.setInt32(at + 42, 2)
    view.setInt16(at + 46, rows.quality[i]!)
    at += ROW
  }
  view.setInt16(at, -1)
  return out
}
