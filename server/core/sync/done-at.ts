/** TRUSTED_SKEW_MS is how far a tablet's clock may be off before its times are corrected: 5 s, which a slow network takes anyway. */
const TRUSTED_SKEW_MS = 5_000

/**
 * doneAt is when something was done by the server's clock: the tablet's time, moved by as much as its clock was off when it sent (`sentAt`
 * against `receivedAt`), and never later than `receivedAt`.
 */
export function doneAt(at: Date, sentAt: Date, receivedAt: Date): Date {
  const skewMs = receivedAt.getTime() - sentAt.getTime()
  const corrected = Math.abs(skewMs) > TRUSTED_SKEW_MS ? at.getTime() + skewMs : at.getTime()
  return new Date(Math.min(corrected, receivedAt.getTime()))
}
