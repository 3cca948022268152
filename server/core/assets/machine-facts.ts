import * as z from 'zod'
import type { IsoMachine } from '../condition/iso-20816.ts'
import { machineOf } from './machine.ts'

/** SUPPORTS are the ways in which a machine stands, as vibration standards tell them apart. */
export const SUPPORTS = ['rigid', 'flexible'] as const

/** MACHINE_TYPES are the kinds of machine that vibration standards tell apart. */
export const MACHINE_TYPES = ['general', 'pump', 'fan', 'reciprocating', 'gearbox'] as const

const amount = (most: number, words: string) => z.number('Give a number.').positive(words).max(most, words).nullable()

/** machineFacts parses what a person says of a machine for vibration standards: power in kW, shaft height in mm, speed in r/min, support and kind; null for not known. */
export const machineFacts = z.strictObject({
  powerKw: amount(1_000_000, 'The power is a number of kilowatts above zero, 1,000,000 at most.'),
  shaftHeightMm: amount(10_000, 'The shaft height is a number of millimetres above zero, 10,000 at most.'),
  support: z.enum(SUPPORTS).nullable(),
  speedRpm: amount(1_000_000, 'The speed is a number of turns a minute above zero, 1,000,000 at most.'),
  machineType: z.enum(MACHINE_TYPES).nullable(),
})

const known = z.number().nullable()

/** seenFacts parses what stood on a person's screen: also what nobody could write any more. */
export const seenFacts = machineFacts.extend({ powerKw: known, shaftHeightMm: known, speedRpm: known })

type Nameplate = Readonly<Record<string, unknown>>

const FIELDS = { power: ['powerKw', ' kW'], shaftHeight: ['shaftHeightMm', ' mm'], speed: ['speedRpm', ' /min'], support: ['support', ''], machineType: ['machineType', ''] } as const

/** sameFacts tells whether two machines are said to be the same. */
export const sameFacts = (a: IsoMachine, b: IsoMachine): boolean => Object.values(FIELDS).every(([field]) => a[field] === b[field])

/** withFacts writes facts into a nameplate as people read them, "90 kW"; what stands there besides stays, and so does a fact that is the same as before, as it was written. */
export function withFacts(nameplate: Nameplate, facts: IsoMachine): Record<string, unknown> {
  const before = machineOf(nameplate)
  const changed = Object.entries(FIELDS).filter(([, [field]]) => facts[field] !== before[field])
  const kept = Object.entries(nameplate).filter(([name]) => !changed.some(([one]) => one === name))
  const written = changed.flatMap(([name, [field, unit]]) => (facts[field] === null ? [] : [[name, `${facts[field]}${unit}`] as const]))
  return Object.fromEntries([...kept, ...written])
}
