import * as z from 'zod'
import type { IsoMachine } from '../condition/iso-20816.ts'

/** quantityOf reads a number that a nameplate gives as a number or as text with a unit behind it, such as "250 kW"; null for anything else. */
const quantityOf = (given: unknown): number | null => {
  const text = typeof given === 'number' ? String(given) : typeof given === 'string' ? given : ''
  const found = /^\s*(\d+(?:[.,]\d+)?)/.exec(text)?.[1]
  return found === undefined ? null : Number(found.replace(',', '.'))
}

const nameplate = z.object({
  power: z.unknown(), shaftHeight: z.unknown(), speed: z.unknown(),
  support: z.enum(['rigid', 'flexible']).nullable().catch(null),
  machineType: z.enum(['general', 'pump', 'fan', 'reciprocating', 'gearbox']).nullable().catch(null),
})

/** machineOf reads from a nameplate what vibration standards ask of a machine: power in kW, shaft height in mm, speed in r/min, support and kind; null where it does not say. */
export const machineOf = (given: unknown): IsoMachine => {
  const parsed = nameplate.safeParse(typeof given === 'object' && given !== null ? { power: null, shaftHeight: null, speed: null, support: null, machineType: null, ...given } : {})
  if (!parsed.success) return { powerKw: null, shaftHeightMm: null, support: null, speedRpm: null, machineType: null }
  const { power, shaftHeight, speed, support, machineType } = parsed.data
  return { powerKw: quantityOf(power), shaftHeightMm: quantityOf(shaftHeight), support, speedRpm: quantityOf(speed), machineType }
}
