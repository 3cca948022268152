import { DAY_MS } from '../kernel/time.ts'
import { isFalseAlarm, type Verdict } from '../work-orders/verdict.ts'
import type { Effect } from '../work-orders/enums.ts'
import { isFalseCall, isRight } from '../verdicts/call.ts'
import type { Firing } from './firing-book.ts'

/** FORESIGHT_MS is how long before a failure a firing may have ended and still count as having told of it: 14 days. */
export const FORESIGHT_MS = 14 * DAY_MS

/** KnownOutcome is an order that tells what was wrong with a machine, and when. Times are event times in epoch ms. */
export interface KnownOutcome {
  readonly orderId: string
  readonly orderNumber: string
  readonly assetId: string
  /** The failure modes it speaks of; empty where nobody named one. */
  readonly modes: readonly string[]
  readonly effect: Effect | null
  readonly verdict: Verdict | null
  /** When the machine lost its function; null when it did not. */
  readonly failureAt: number | null
  /** When a rule first alerted; null for an order that a person filed. */
  readonly alertAt: number | null
  readonly repairStartAt: number | null
  /** When its trouble was over: returned to service, else repaired, else closed. */
  readonly endAt: number
}

/** TroubleKind is what an order is evidence of: a functional failure, a fault that was found in time, a call for nothing, or of nothing. */
export type TroubleKind = 'failure' | 'fault' | 'false-call' | 'unclear'

/** kindOf tells what an order is evidence of. A functional failure is one whatever the verdict on the warning says. */
export function kindOf({ failureAt, verdict }: Pick<KnownOutcome, 'failureAt' | 'verdict'>): TroubleKind {
  if (failureAt !== null) return 'failure'
  if (verdict === null) return 'unclear'
  return isRight(verdict) ? 'fault' : isFalseCall(verdict) ? 'false-call' : 'unclear'
}

/** troubleBegin is when an order's trouble began, as far as is known: the failure or the first alert, whichever was earlier, else the repair. */
export const troubleBegin = ({ failureAt, alertAt, repairStartAt, endAt }: KnownOutcome): number =>
  Math.min(failureAt ?? Infinity, alertAt ?? Infinity, repairStartAt ?? Infinity, endAt)

/** FIRING_CLASSES are what a firing comes to when it is set against what is known. */
export const FIRING_CLASSES = ['hit', 'false', 'unknown', 'suppressed'] as const
export type FiringClass = (typeof FIRING_CLASSES)[number]

/** JoinedFiring is a firing with what it comes to and the order that says so; null where none does. */
export interface JoinedFiring {
  readonly firing: Firing
  readonly class: FiringClass
  readonly order: KnownOutcome | null
}

const concerns = (outcome: KnownOutcome, { assetId, failureMode }: Firing): boolean =>
  outcome.assetId === assetId && (failureMode === null || outcome.modes.length === 0 || outcome.modes.includes(failureMode))

/** overlaps tells whether a firing lasted while an order's trouble did. */
const overlaps = (outcome: KnownOutcome, { openedAt, resolvedAt }: Firing): boolean =>
  openedAt <= outcome.endAt && (resolvedAt ?? Infinity) >= troubleBegin(outcome)

/** foretells tells whether a firing came before an order's trouble, at most the foresight ahead. */
const foretells = (outcome: KnownOutcome, { openedAt, resolvedAt }: Firing): boolean =>
  openedAt < troubleBegin(outcome) && (resolvedAt ?? Infinity) >= troubleBegin(outcome) - FORESIGHT_MS

/** tells tells whether a firing told of an order's trouble: during it, or ahead of it where it did not belong to an earlier trouble that was seen to. */
const tells = (outcome: KnownOutcome, { firing, order }: JoinedFiring): boolean => concerns(outcome, firing) && (overlaps(outcome, firing) || order === outcome)

/**
 * joinFiring sets a firing against what is known. What somebody said of that very time goes first (a fault before a false call); then a
 * failure or fault that followed. Where nobody looked, a firing is neither right nor wrong: unknown.
 */
export function joinFiring(firing: Firing, outcomes: readonly KnownOutcome[]): JoinedFiring {
  if (firing.suppressed) return { firing, class: 'suppressed', order: null }
  const own = outcomes.filter((outcome) => concerns(outcome, firing))
  const during = own.filter((outcome) => overlaps(outcome, firing))
  const real = (outcome: KnownOutcome): boolean => kindOf(outcome) === 'failure' || kindOf(outcome) === 'fault'
  const hit = during.find(real)
  if (hit !== undefined) return { firing, class: 'hit', order: hit }
  const falseCall = during.find((outcome) => kindOf(outcome) === 'false-call')
  if (falseCall !== undefined) return { firing, class: 'false', order: falseCall }
  const ahead = own.find((outcome) => real(outcome) && foretells(outcome, firing))
  if (ahead !== undefined) return { firing, class: 'hit', order: ahead }
  return { firing, class: 'unknown', order: during.find((outcome) => outcome.verdict !== null && isFalseAlarm(outcome.verdict)) ?? during[0] ?? null }
}

/** Found is what became of a known failure or fault: told of in time, only when it was there already, or not at all. */
export type Found = 'found' | 'late' | 'missed'

/** JoinedTrouble is a known failure or fault and the first firing that told of it. Lead times are in ms, negative when the firing came after. */
export interface JoinedTrouble {
  readonly outcome: KnownOutcome
  readonly kind: 'failure' | 'fault'
  readonly found: Found
  readonly firstAt: number | null
  readonly toFailureMs: number | null
  readonly toRepairMs: number | null
}

const before = (at: number | null, firstAt: number | null): number | null => (at === null || firstAt === null ? null : at - firstAt)

/**
 * joinTrouble finds whether a rule set would have told of a known failure or fault; null for an order that is evidence of neither. What was
 * suppressed told nobody, and what somebody called false told of something else.
 */
export function joinTrouble(outcome: KnownOutcome, firings: readonly JoinedFiring[]): JoinedTrouble | null {
  const kind = kindOf(outcome)
  if (kind !== 'failure' && kind !== 'fault') return null
  const told = firings.filter((one) => one.class === 'hit' && tells(outcome, one))
  const firstAt = told.length === 0 ? null : told.reduce((first, { firing }) => Math.min(first, firing.openedAt), Infinity)
  // A fault that was averted has no moment of failure: in time is before its repair began.
  const deadline = outcome.failureAt ?? outcome.repairStartAt ?? outcome.endAt
  const found: Found = firstAt === null ? 'missed' : firstAt <= deadline ? 'found' : 'late'
  return { outcome, kind, found, firstAt, toFailureMs: before(outcome.failureAt, firstAt), toRepairMs: before(outcome.repairStartAt, firstAt) }
}
