/** Columns of readings as they are read back: t in epoch ms. */
export interface ReadColumns {
  n: number
  pointNo: Int32Array
  t: Float64Array
  value: Float64Array
}

// What begins a binary copy: "PGCOPY\n\xff\r\n\0", four bytes of flags, four of the extension's length.
const HEADER = 19
// Fields (2), then point_no (4 + 4), ts (4 + 8) and value (4 + 8), each behind its length.
const ROW = 34
const FIELDS = 3
// PostgreSQL counts microseconds since 2000-01-01.
const EPOCH_MS = 946_684_800_000
const HIGH = 4_294_967_296

/**
 * CopyDecoder reads what "COPY (SELECT point_no, ts, value …) TO STDOUT (FORMAT binary)" writes, piece by piece, into columns that grow.
 * No field may be null. Throws RangeError at anything else.
 */
export class CopyDecoder {
  readonly columns: ReadColumns
  private rest: Buffer = Buffer.alloc(0)
  private begun = false

  constructor(room = 1024) {
    this.columns = { n: 0, pointNo: new Int32Array(room), t: new Float64Array(room), value: new Float64Array(room) }
  }

  /** push takes in the next piece. */
  push(piece: Buffer): void {
    const bytes = this.rest.length === 0 ? piece : Buffer.concat([this.rest, piece])
    let at = 0
    if (!this.begun) {
      if (bytes.length < HEADER) {
        this.rest = bytes
        return
      }
      at = HEADER + bytes.readInt32BE(HEADER - 4)
      this.begun = true
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (; at + ROW <= bytes.length; at += ROW) this.row(view, at)
    this.rest = bytes.subarray(at)
  }

  /** end checks that the copy was complete: after the last row stands a count of -1. */
  end(): ReadColumns {
    if (!this.begun || this.rest.length !== 2 || this.rest.readInt16BE(0) !== -1) throw new RangeError('a copy of readings that ends in the middle')
    return this.columns
  }

  private row(view: DataView, at: number): void {
    if (view.getInt16(at) !== FIELDS) throw new RangeError('a copy of something else than readings')
    const { columns } = this
    if (columns.n === columns.t.length) this.grow()
    columns.pointNo[columns.n] = view.getInt32(at + 6)
    columns.t[columns.n] = (view.getInt32(at + 14) * HIGH + view.getUint32(at + 18)) / 1000 + EPOCH_MS
    columns.value[columns.n] = view.getFloat64(at + 26)
    columns.n += 1
  }

  private grow(): void {
    const { columns } = this
    const size = columns.t.length * 2
    const copied = <Column extends Int32Array | Float64Array>(from: Column, to: Column): Column => {
      to.set(from)
      return to
    }
    columns.pointNo = copied(columns.pointNo, new Int32Array(size))
    columns.t = copied(columns.t, new Float64Array(size))
    columns.value = copied(columns.value, new Float64Array(size))
  }
}
