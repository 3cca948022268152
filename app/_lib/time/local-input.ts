import { SECOND_MS } from '#server/core/kernel/time.ts'
import { zoneOffset } from '../trend/time-ticks.ts'

/** toLocalInput writes a moment (epoch ms) as the text of a datetime-local field, by the clocks of the site. */
export const toLocalInput = (ms: number, timeZone: string): string => new Date(ms + zoneOffset(ms, timeZone)).toISOString().slice(0, 16)

/** fromLocalInput reads a datetime-local field by the clocks of the site (epoch ms); null when it is empty or half typed. */
export function fromLocalInput(text: string, timeZone: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return null
  const asUtc = Date.parse(`${text}Z`)
  if (Number.isNaN(asUtc)) return null
  const guess = asUtc - zoneOffset(asUtc, timeZone)
  const ms = asUtc - zoneOffset(guess, timeZone)
  return Math.floor(ms / SECOND_MS) * SECOND_MS
}
