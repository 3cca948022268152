import { z } from 'zod'
import { NOTHING_RECENT, recentSchema } from './hold.ts'
import type { Recent } from './hold.ts'

/** PHASES are the states of one rule on one point, as the domain reference names them. */
export const PHASES = ['normal', 'pending', 'firing', 'keep-firing', 'no-data', 'error'] as const
export type Phase = (typeof PHASES)[number]

const time = z.number().nullable().default(null)

/**
 * ruleState reads a stored state back. Times are event times in epoch ms.
 * - at: when the phase last changed; a later change is never dated before it
 * - since: pending only: when the unbroken hold began; null while the held clock stands still
 * - clearedAt: keep-firing only: when the value was first back on the safe side; null while that clock stands still
 * - limit, gateValue: what the value was judged against when it broke the limit
 * - before: no-data only: the phase to which the rule returns with the data
 * - runningSince: rules with a warm-up only: when the point's present run of data began
 * - recent: rules with N of M only: what was broken lately
 * - value: rules that judge a measure other than the value itself: what was judged when the phase last changed
 */
export const ruleState = z.object({
  phase: z.enum(PHASES),
  at: time,
  since: time,
  clearedAt: time,
  limit: time,
  gateValue: time,
  before: z.enum(['normal', 'firing', 'keep-firing']).nullable().default(null),
  runningSince: time,
  recent: recentSchema.default([]),
  value: time,
})

/** RuleState is the discrete state of one rule on one point: all that must survive a restart besides the newest values. */
export type RuleState = Readonly<Omit<z.output<typeof ruleState>, 'recent'>> & { readonly recent: Recent }

/** NORMAL is the state of a rule that has nothing to say; shared by all instances, so never change it. */
export const NORMAL: RuleState = Object.freeze({
  phase: 'normal', at: null, since: null, clearedAt: null, limit: null, gateValue: null, before: null, runningSince: null,
  recent: NOTHING_RECENT, value: null,
})

/** isFiring tells whether a phase belongs to an open incident: firing itself, or cleared and kept. */
export const isFiring = (phase: Phase): phase is 'firing' | 'keep-firing' => phase === 'firing' || phase === 'keep-firing'

/** isQuiet tells whether a state has nothing to say and nothing to count: a harmless value then changes nothing. */
export const isQuiet = (state: RuleState): boolean => state.phase === 'normal' && state.recent.length === 0
