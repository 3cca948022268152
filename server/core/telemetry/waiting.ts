/** WaitingReading is a reading that is stored but not yet judged: it waits until its source's watermark has passed it. */
export interface WaitingReading {
  readonly pointNo: number
  readonly t: number
  readonly value: number
}

const ROW = 20

/** packWaiting writes waiting readings as bytes, so that a restart goes on exactly where judging stood; null for none. */
export function packWaiting(readings: readonly WaitingReading[]): Uint8Array | null {
  if (readings.length === 0) return null
  const bytes = new Uint8Array(readings.length * ROW)
  const view = new DataView(bytes.buffer)
  readings.forEach((reading, i) => {
    view.setInt32(i * ROW, reading.pointNo)
    view.setFloat64(i * ROW + 4, reading.t)
    view.setFloat64(i * ROW + 12, reading.value)
  })
  return bytes
}

/** unpackWaiting reads what packWaiting wrote; throws RangeError when the bytes are anything else. */
export function unpackWaiting(bytes: Uint8Array | null): WaitingReading[] {
  if (bytes === null) return []
  if (bytes.byteLength % ROW !== 0) throw new RangeError('waiting readings of the wrong length')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.byteLength / ROW }, (_, i) => ({
    pointNo: view.getInt32(i * ROW),
    t: view.getFloat64(i * ROW + 4),
    value: view.getFloat64(i * ROW + 12),
  }))
}
