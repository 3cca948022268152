import * as z from 'zod'
import { PHASES } from '../condition/state.ts'
import { durationMs, seriesOf } from './notation.ts'

const duration = z.string().transform((text, context) => {
  const ms = durationMs(text.trim())
  if (ms !== null) return ms
  context.addIssue({ code: 'custom', message: `"${text}" is no length of time: write 30s, 5m, 1h30m or 2d.` })
  return z.NEVER
})

const series = z.union([z.string(), z.number()]).transform((given, context) => {
  const values = seriesOf(String(given))
  if (values.ok) return values.value
  context.addIssue({ code: 'custom', message: values.error })
  return z.NEVER
})

const machine = z.strictObject({
  power: z.number().nullable().default(null),
  shaftHeight: z.number().nullable().default(null),
  speed: z.number().nullable().default(null),
  support: z.enum(['rigid', 'flexible']).nullable().default(null),
  machineType: z.enum(['general', 'pump', 'fan', 'reciprocating', 'gearbox']).nullable().default(null),
})

const point = z.strictObject({
  staleness: duration.default(600_000),
  unit: z.string().default(''),
  rangeLow: z.number().nullable().default(null),
  rangeHigh: z.number().nullable().default(null),
  band: z.tuple([z.number(), z.number()]).nullable().default(null),
  sampleRate: z.number().nullable().default(null),
})

const expectation = z.strictObject({
  at: duration,
  /** The state of a rule on a point, or of one of its levels: "temp" or "temp level 1". */
  states: z.record(z.string(), z.enum(PHASES)).default({}),
  /** The open orders by failure mode (or "rule", "sensor"), with their priority. */
  tickets: z.array(z.strictObject({ for: z.string(), priority: z.int().min(1).max(4).optional() })).optional(),
  /** How many episodes have opened so far. */
  episodes: z.int().min(0).optional(),
})

const test = z.strictObject({
  name: z.string().min(1),
  interval: duration.default(60_000),
  start: z.iso.datetime({ offset: true }).default('2026-01-05T00:00:00Z'),
  clock: z.enum(['live', 'replay']).default('replay'),
  timeZone: z.string().default('UTC'),
  points: z.record(z.string(), point).default({}),
  machine: machine.default({ power: null, shaftHeight: null, speed: null, support: null, machineType: null }),
  series: z.record(z.string(), series),
  expect: z.array(expectation).min(1),
})

/** ruleTestFile parses the tests of a rule: input series in short notation, times at which it is judged, and what is expected then. */
export const ruleTestFile = z.strictObject({ tests: z.array(test).min(1, 'Write at least one test.').max(100) })

/** RuleTest is one parsed test; durations in ms. */
export type RuleTest = z.output<typeof test>
