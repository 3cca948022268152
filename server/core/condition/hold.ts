import * as z from 'zod'
import { DAY_MS } from '../kernel/time.ts'

const MOST_MS = 31 * DAY_MS
const duration = z.int('Give whole milliseconds.').min(1, 'Give a time above zero.').max(MOST_MS, 'At most 31 days.')

/** holdSchema parses "N of M": so many of the last samples, or so long within a stretch of time. It replaces an unbroken hold. */
export const holdSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('samples'), n: z.int().min(1).max(1000), of: z.int().min(1).max(1000) }),
  z.strictObject({ kind: z.literal('time'), ms: duration, withinMs: duration }),
])

/** Hold is N of M. */
export type Hold = z.output<typeof holdSchema>

/**
 * recentSchema reads what a rule remembers for its hold: runs of equal verdicts, oldest first. `b` is 1 where the limit was broken; `n` is how many
 * samples the run has; `from` and `to` are its event times (epoch ms). Empty while no limit was broken within reach.
 */
export const recentSchema = z.array(z.object({ b: z.union([z.literal(0), z.literal(1)]), n: z.int(), from: z.number(), to: z.number() }))

/** Recent is what a rule remembers for its hold. */
export type Recent = Readonly<z.output<typeof recentSchema>>

/** NOTHING_RECENT is the memory of a rule whose limit was not broken lately. */
export const NOTHING_RECENT: Recent = Object.freeze([])

type Run = Recent[number]

/** lastSamples keeps the runs that hold the newest `count` samples. */
const lastSamples = (runs: readonly Run[], count: number): Run[] => {
  const kept: Run[] = []
  let room = count
  for (let i = runs.length - 1; i >= 0 && room > 0; i -= 1) {
    const run = runs[i] as Run
    kept.unshift(run.n > room ? { ...run, n: room } : run)
    room -= run.n
  }
  return kept
}

const within = (runs: readonly Run[], from: number): Run[] => runs.filter((run) => run.to > from).map((run) => (run.from < from ? { ...run, from } : run))

/**
 * remember gives the memory after one more verdict at t. A value holds until the next reading, but no longer than the staleness. What is out of
 * reach is forgotten, and runs of "not broken" before the first "broken" with it, so that a healthy rule remembers nothing.
 */
export const remember = (recent: Recent, hold: Hold, broken: boolean, t: number, lastT: number | null, stalenessMs: number): Recent => {
  if (!broken && recent.length === 0) return recent
  const runs = recent.map((run) => ({ ...run }))
  const newest = runs.at(-1)
  // The value before this one held until now, or until it was too old.
  if (newest !== undefined && lastT !== null) newest.to = Math.max(newest.to, Math.min(t, lastT + stalenessMs))
  const b = broken ? 1 : 0
  const joins = newest !== undefined && newest.b === b && newest.to === t
  if (joins) newest.n += 1
  else runs.push({ b, n: 1, from: t, to: t })
  const kept = hold.kind === 'samples' ? lastSamples(runs, hold.of) : within(runs.slice(0, -1), t - hold.withinMs).concat(runs.slice(-1))
  const first = kept.findIndex((run) => run.b === 1)
  return first === -1 ? NOTHING_RECENT : kept.slice(first)
}

/** isMet tells whether the limit was broken often or long enough. */
export const isMet = (recent: Recent, hold: Hold): boolean => {
  const broken = recent.filter((run) => run.b === 1)
  if (hold.kind === 'samples') return broken.reduce((sum, run) => sum + run.n, 0) >= hold.n
  return broken.reduce((sum, run) => sum + run.to - run.from, 0) >= hold.ms
}
