import * as z from 'zod'
import { DAY_MS } from '../kernel/time.ts'

/** LONGEST_MS is the longest duration a rule may name: 366 days, so that a typing error in milliseconds is caught. */
const LONGEST_MS = 366 * DAY_MS

const durationMs = z.int('Give whole milliseconds.').min(0, 'A duration cannot be negative.').max(LONGEST_MS, 'A duration is at most 366 days.')
const quantity = z.number('Give a number.')
const pointCode = z.string().trim().min(1, 'Name a point.').max(64, 'A point code has at most 64 characters.')

const band = z.strictObject({ from: quantity, to: quantity, limit: quantity, clear: quantity.nullable().default(null) })

const gate = z.strictObject({
  point: pointCode,
  bands: z.array(band).min(1, 'A gate needs at least one band.').max(32, 'A gate has at most 32 bands.'),
})

const shape = z.strictObject({
  kind: z.literal('threshold'),
  points: z.array(pointCode).min(1, 'Name at least one point.').max(64, 'A rule watches at most 64 points.'),
  direction: z.enum(['above', 'below', 'outside']),
  limit: quantity.nullable().default(null),
  low: quantity.nullable().default(null),
  high: quantity.nullable().default(null),
  clear: quantity.nullable().default(null),
  forMs: durationMs.default(0),
  keepFiringMs: durationMs.default(0),
  gate: gate.nullable().default(null),
  noData: z
    .strictObject({ policy: z.enum(['keep', 'alert', 'ok']), afterMs: durationMs.min(1, 'Give a time above zero.').nullable().default(null) })
    .default({ policy: 'keep', afterMs: null }),
  priority: z.int().min(1, 'Priority 1 is the highest.').max(4, 'Priority 4 is the lowest.'),
  failureMode: z.string().trim().min(1).max(16, 'A failure mode code has at most 16 characters.').nullable().default(null),
  warmupMs: durationMs.default(0),
})

type Shape = z.output<typeof shape>
/** ProblemKey names a fault of a definition, for screens in other languages; the limits it speaks of stand beside it. */
export type ProblemKey =
  | 'lowMissing' | 'highMissing' | 'highBelowLow' | 'limitWithRange' | 'clearWithRange' | 'gateWithRange' | 'limitWithBands' | 'clearWithBands' | 'selfGate'
  | 'bandEnd' | 'bandOverlap' | 'clearTooHigh' | 'clearTooLow' | 'lowWithSide' | 'highWithSide' | 'limitMissing' | 'pointTwice'
type Complain = (path: (string | number)[], key: ProblemKey, message: string, bound?: number) => void

/** clearOnSafeSide tells whether a clear limit lies at the limit or on its safe side. */
const clearOnSafeSide = (direction: 'above' | 'below', limit: number, clear: number): boolean =>
  direction === 'above' ? clear <= limit : clear >= limit

const clearKey = (direction: 'above' | 'below'): ProblemKey => (direction === 'above' ? 'clearTooHigh' : 'clearTooLow')
const clearMessage = (direction: 'above' | 'below', limit: number): string =>
  `The clear limit must be ${direction === 'above' ? 'at or below' : 'at or above'} the limit ${limit}, or the rule could not settle.`

const checkOutside = (rule: Shape, complain: Complain): void => {
  if (rule.low === null) complain(['low'], 'lowMissing', 'Give the lower limit.')
  if (rule.high === null) complain(['high'], 'highMissing', 'Give the upper limit.')
  if (rule.low !== null && rule.high !== null && rule.low >= rule.high) complain(['high'], 'highBelowLow', `The upper limit must be above the lower limit ${rule.low}.`, rule.low)
  if (rule.limit !== null) complain(['limit'], 'limitWithRange', 'A rule with a lower and an upper limit has no single limit: leave it empty.')
  if (rule.clear !== null) complain(['clear'], 'clearWithRange', 'A rule with two limits clears when the value is back between them: leave the clear limit empty.')
  if (rule.gate !== null) complain(['gate'], 'gateWithRange', 'A gate needs the direction above or below.')
}

const checkGate = (rule: Shape, direction: 'above' | 'below', complain: Complain): void => {
  if (rule.gate === null) return
  if (rule.limit !== null) complain(['limit'], 'limitWithBands', 'A gated rule takes its limits from the bands: leave this limit empty.')
  if (rule.clear !== null) complain(['clear'], 'clearWithBands', 'A gated rule takes its clear limits from the bands: leave this one empty.')
  if (rule.points.includes(rule.gate.point)) complain(['gate', 'point'], 'selfGate', 'A point cannot gate itself.')
  rule.gate.bands.forEach((one, index, all) => {
    const before = all[index - 1]
    if (one.to < one.from) complain(['gate', 'bands', index, 'to'], 'bandEnd', `The band must end at or above its start ${one.from}.`, one.from)
    if (before !== undefined && one.from < before.to) {
      complain(['gate', 'bands', index, 'from'], 'bandOverlap', `Bands are listed upwards and must not overlap: start at or above ${before.to}.`, before.to)
    }
    if (one.clear !== null && !clearOnSafeSide(direction, one.limit, one.clear)) {
      complain(['gate', 'bands', index, 'clear'], clearKey(direction), clearMessage(direction, one.limit), one.limit)
    }
  })
}

const checkOneSided = (rule: Shape, direction: 'above' | 'below', complain: Complain): void => {
  if (rule.low !== null) complain(['low'], 'lowWithSide', 'Only a rule with the direction outside has a lower limit.')
  if (rule.high !== null) complain(['high'], 'highWithSide', 'Only a rule with the direction outside has an upper limit.')
  if (rule.gate === null && rule.limit === null) complain(['limit'], 'limitMissing', 'Give a limit, or gate the rule by bands.')
  if (rule.gate === null && rule.limit !== null && rule.clear !== null && !clearOnSafeSide(direction, rule.limit, rule.clear)) {
    complain(['clear'], clearKey(direction), clearMessage(direction, rule.limit), rule.limit)
  }
  checkGate(rule, direction, complain)
}

/**
 * ruleDefinition parses a rule as an engineer writes it: what to watch, the limits (in the points' canonical units),
 * how long they must be broken, and what to do without data. Messages are words for the person who edits it.
 */
export const ruleDefinition = shape.superRefine((rule, context) => {
  const complain: Complain = (path, key, message, bound) => context.addIssue({ code: 'custom', path, message, params: { key, bound } })
  if (new Set(rule.points).size !== rule.points.length) complain(['points'], 'pointTwice', 'Name each point once.')
  if (rule.direction === 'outside') checkOutside(rule, complain)
  else checkOneSided(rule, rule.direction, complain)
})

/** RuleDefinition is a parsed rule with every default filled in. */
export type RuleDefinition = z.output<typeof ruleDefinition>

/** RuleDefinitionInput is a rule as it may be written, defaults left out. */
export type RuleDefinitionInput = z.input<typeof ruleDefinition>
