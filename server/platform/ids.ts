import { randomBytes, randomInt } from 'node:crypto'

const MOST = 0xfff
// Leaves room to count on within a millisecond.
const FIRST_BELOW = 0x800

let lastMs = 0
let count = 0

/** tick gives the millisecond and the place in it of the next id; beyond 2,048 or more in one millisecond it borrows from the next. */
function tick(now: number): void {
  if (now > lastMs) {
    lastMs = now
    count = randomInt(FIRST_BELOW)
  } else if (count < MOST) count += 1
  else {
    lastMs += 1
    count = 0
  }
}

/** newId makes a UUIDv7 (RFC 9562, method 1): unique, and ordered as it was made, also within a millisecond of one process. */
export function newId(): string {
  tick(Date.now())
  const bytes = randomBytes(16)
  bytes.writeUIntBE(lastMs, 0, 6)
  bytes[6] = 0x70 | (count >> 8)
  bytes[7] = count & 0xff
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
