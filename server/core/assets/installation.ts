import * as z from 'zod'
import { AppError } from '../kernel/errors.ts'
import { MINUTE_MS } from '../kernel/time.ts'

const name = z.string().trim().max(80).transform((text) => (text === '' ? null : text)).nullable()

/** equipmentInput parses the equipment that comes to a position: its serial number, which names it in the whole organization, and who made which model. */
export const equipmentInput = z.strictObject({
  serial: z.string().trim().min(1, 'Give the serial number: it names this piece of equipment wherever it is installed.').max(80),
  manufacturer: name,
  model: name,
})
export type EquipmentInput = z.infer<typeof equipmentInput>

/** CARRIERS are the levels of positions at which equipment is installed. */
export const CARRIERS: readonly string[] = ['machine', 'component']

// Clocks of tablets and servers differ a little.
const AHEAD_MS = 5 * MINUTE_MS

/** exchangeFault says what is wrong with the moment of an exchange: it is still to come, or before what is there now was installed; null for nothing. */
export function exchangeFault(at: Date, installedAt: Date | null, now: Date): 'future' | 'before-installation' | null {
  if (at.getTime() > now.getTime() + AHEAD_MS) return 'future'
  return installedAt !== null && at <= installedAt ? 'before-installation' : null
}

const WORDS = {
  future: 'This moment is still to come: exchange the equipment when it is done.',
  'before-installation': 'At this moment the equipment that is there now was not installed yet: give a later one.',
} as const

/** checkExchange throws 'invalid' unless equipment can have been exchanged at a moment. */
export function checkExchange(at: Date, installedAt: Date | null, now: Date): void {
  const key = exchangeFault(at, installedAt, now)
  if (key !== null) throw new AppError('invalid', WORDS[key], { path: ['at'], key })
}
