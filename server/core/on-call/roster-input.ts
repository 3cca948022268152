import * as z from 'zod'

const minute = z.int().min(0).max(1439)

// One line of a weekly pattern.
const shiftInput = z.object({
  personId: z.uuid(),
  position: z.int().min(1).max(20),
  week: z.int().min(0).max(25),
  weekdays: z.array(z.int().min(1).max(7)).min(1, 'Choose at least one day.').max(7),
  fromMinute: minute,
  toMinute: minute,
})

/** rosterInput parses a roster as a supervisor writes it; rotationStart is in days since 1970. */
export const rosterInput = z.object({
  name: z.string().trim().min(1, 'Give the roster a name.').max(100),
  areaId: z.uuid().nullable(),
  skillId: z.uuid().nullable(),
  stepMinutes: z.int().min(1).max(120),
  callFrom: z.int().min(1).max(4),
  rotationWeeks: z.int().min(1).max(26),
  rotationStart: z.int().min(0).max(100_000),
  shifts: z.array(shiftInput).max(200),
}).refine(({ rotationWeeks, shifts }) => shifts.every(({ week }) => week < rotationWeeks), { path: ['shifts'], error: 'A line belongs to a week that the rotation does not have.' })
export type RosterInput = z.infer<typeof rosterInput>

// The longest exception: a year.
const MOST_AWAY_MS = 366 * 24 * 3_600_000

/** exceptionInput parses somebody away, somebody standing in, or both. */
export const exceptionInput = z.object({
  rosterId: z.uuid(),
  from: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
  to: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
  awayId: z.uuid().nullable(),
  insteadId: z.uuid().nullable(),
  reason: z.string().trim().max(200).nullable(),
})
  .refine(({ awayId, insteadId }) => awayId !== null || insteadId !== null, { path: ['awayId'], error: 'Say who is away, or who stands in.' })
  .refine(({ awayId, insteadId }) => awayId !== insteadId, { path: ['insteadId'], error: 'Somebody else stands in.' })
  .refine(({ from, to }) => to > from && to - from <= MOST_AWAY_MS, { path: ['to'], error: 'The end lies after the begin, within a year.' })
export type ExceptionInput = z.infer<typeof exceptionInput>

/** skillInput parses a skill with the failure modes that call for it. */
export const skillInput = z.object({
  id: z.uuid().nullable(),
  code: z.string().trim().min(1).max(30),
  name: z.string().trim().min(1, 'Give the skill a name.').max(100),
  failureModes: z.array(z.string().trim().min(1).max(16)).max(100),
})
export type SkillInput = z.infer<typeof skillInput>

/** abilitiesInput parses what a person can do and knows: skills, and areas or lines. */
export const abilitiesInput = z.object({
  personId: z.uuid(),
  skills: z.array(z.uuid()).max(100),
  areas: z.array(z.uuid()).max(500),
})
export type AbilitiesInput = z.infer<typeof abilitiesInput>
