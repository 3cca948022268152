import * as z from 'zod'
import { DAY_MS } from '../kernel/time.ts'
import { holdSchema } from './hold.ts'
import { measureSchema, VALUE } from './measure/schema.ts'
import { scheduleSchema } from './schedule.ts'

/** LONGEST_MS is the longest duration a rule may name: 366 days, so that a typing error in milliseconds is caught. */
const LONGEST_MS = 366 * DAY_MS

const durationMs = z.int('Give whole milliseconds.').min(0, 'A duration cannot be negative.').max(LONGEST_MS, 'A duration is at most 366 days.')
const quantity = z.number('Give a number.')
const pointCode = z.string().trim().min(1, 'Name a point.').max(64, 'A point code has at most 64 characters.')
const priority = z.int().min(1, 'Priority 1 is the highest.').max(4, 'Priority 4 is the lowest.')

const band = z.strictObject({ from: quantity, to: quantity, limit: quantity, clear: quantity.nullable().default(null) })

const gate = z.strictObject({
  point: pointCode,
  bands: z.array(band).min(1, 'A gate needs at least one band.').max(32, 'A gate has at most 32 bands.'),
})

// A step of a gated rule has a factor, which multiplies every band's limits; any other step has a limit of its own.
const ladderStep = z.strictObject({
  limit: quantity.nullable().default(null),
  clear: quantity.nullable().default(null),
  factor: quantity.positive('Give a factor above zero.').nullable().default(null),
  forMs: durationMs.nullable().default(null),
  priority,
})

/** ruleShape parses the fields of a rule, each by itself; ruleDefinition checks them together. */
export const ruleShape = z.strictObject({
  kind: z.literal('threshold'),
  points: z.array(pointCode).min(1, 'Name at least one point.').max(64, 'A rule watches at most 64 points.'),
  measure: measureSchema.default(VALUE),
  direction: z.enum(['above', 'below', 'outside']),
  limit: quantity.nullable().default(null),
  low: quantity.nullable().default(null),
  high: quantity.nullable().default(null),
  clear: quantity.nullable().default(null),
  forMs: durationMs.default(0),
  hold: holdSchema.nullable().default(null),
  keepFiringMs: durationMs.default(0),
  gate: gate.nullable().default(null),
  schedule: scheduleSchema.nullable().default(null),
  noData: z
    .strictObject({ policy: z.enum(['keep', 'alert', 'ok']), afterMs: durationMs.min(1, 'Give a time above zero.').nullable().default(null) })
    .default({ policy: 'keep', afterMs: null }),
  priority,
  ladder: z.array(ladderStep).max(3, 'A rule has at most four levels.').default([]),
  failureMode: z.string().trim().min(1).max(16, 'A failure mode code has at most 16 characters.').nullable().default(null),
  warmupMs: durationMs.default(0),
})

/** RuleShape is a rule whose fields are right each by itself. */
export type RuleShape = z.output<typeof ruleShape>
