import { MINUTE_MS } from '../kernel/time.ts'
import type { ChainLink } from './chain.ts'

/** CalledAs says why somebody is called: by the roster, as a supervisor of the site, or because there is nobody else. */
export type CalledAs = 'on-call' | 'supervisor' | 'anybody'

/** CalledBefore is one person called in an earlier step. */
export interface CalledBefore {
  readonly personId: string
  readonly as: CalledAs
  readonly round: number
}

/** Reach is who can be called now: the roster's chain, the site's supervisors, and anybody else in the order in which they would be asked. */
export interface Reach {
  readonly chain: readonly ChainLink[]
  readonly supervisors: readonly string[]
  /** Groups of people, the first that is not empty is called. */
  readonly others: readonly (readonly string[])[]
}

/** CallStep is what to do now: call these people, and look again at nextAt (epoch ms). */
export interface CallStep {
  readonly personIds: readonly string[]
  readonly as: CalledAs
  readonly round: number
  readonly nextAt: number
}

// How long an answer is waited for where no roster says so.
const DEFAULT_STEP_MINUTES = 10

/**
 * nextStep decides who is called next: the first of the chain who was not called in this round, after the last one every
 * supervisor at once, and then from the beginning. Null only when the organization has nobody at all.
 */
export function nextStep(before: readonly CalledBefore[], reach: Reach, now: number): CallStep | null {
  const round = Math.max(1, ...before.map((one) => one.round))
  const inRound = before.filter((one) => one.round === round)
  const called = new Set(inRound.map((one) => one.personId))
  const after = (stepMinutes: number): number => now + stepMinutes * MINUTE_MS
  const byRoster = (link: ChainLink, number: number): CallStep => ({ personIds: [link.personId], as: 'on-call', round: number, nextAt: after(link.stepMinutes) })
  const [first] = reach.chain
  const roundIsOver = inRound.some((one) => one.as !== 'on-call')
  if (roundIsOver && first) return byRoster(first, round + 1)
  const next = roundIsOver ? undefined : reach.chain.find((one) => !called.has(one.personId))
  if (next) return byRoster(next, round)
  const nextAt = after(Math.min(DEFAULT_STEP_MINUTES, ...reach.chain.map(({ stepMinutes }) => stepMinutes)))
  const number = roundIsOver ? round + 1 : round
  if (reach.supervisors.length > 0) return { personIds: [...new Set(reach.supervisors)], as: 'supervisor', round: number, nextAt }
  const group = reach.others.find((people) => people.length > 0)
  if (group) return { personIds: [...new Set(group)], as: 'anybody', round: number, nextAt }
  return first ? byRoster(first, round + 1) : null
}

/** CallSubject is how the thing that somebody was called for stands now. */
export interface CallSubject {
  readonly exists: boolean
  /** Still going on: the incident is open, the order is not started. */
  readonly active: boolean
  /** Somebody may be called for it: not suppressed, shelved or folded away. */
  readonly mayCall: boolean
  /** Who has taken it otherwise: by acknowledging the alarm or starting the order. */
  readonly takenBy: string | null
}

/** CallEnd is how a call ends without being accepted in so many words. */
export type CallEnd = { readonly state: 'accepted'; readonly by: string } | { readonly state: 'over' | 'withdrawn' }

/** callEnd tells whether a call is not needed any more: taken otherwise, over, or not to be called for; null while it is. */
export function callEnd(subject: CallSubject): CallEnd | null {
  if (!subject.exists) return { state: 'withdrawn' }
  if (subject.takenBy !== null) return { state: 'accepted', by: subject.takenBy }
  if (!subject.active) return { state: 'over' }
  return subject.mayCall ? null : { state: 'withdrawn' }
}
