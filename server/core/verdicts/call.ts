import type { Money } from '../kernel/decimal.ts'
import { VERDICTS, type Verdict } from '../work-orders/verdict.ts'

/** OUTCOMES are what can become of an order that a rule raised: a verdict, or none yet. */
export const OUTCOMES = [...VERDICTS, 'unverified'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Call is one order that a rule raised, as it counts for or against that rule. Times in epoch ms. */
export interface Call {
  readonly verdict: Verdict | null
  /** Merged into another order, which is counted instead. */
  readonly isDuplicate: boolean
  /** When the rule first fired in it, at the machine. */
  readonly alertAt: number
  readonly repairStartAt: number | null
  /** When the machine lost its function; null when it did not. */
  readonly failureAt: number | null
  /** What people worked on it, waiting left out; null when nobody noted any time. */
  readonly labourMs: number | null
  readonly partsCost: Money
  /** Parts taken for which no price is known. */
  readonly unpricedParts: number
}

/** outcomeOf is what became of a call: its verdict; without one, open or ended, it is unverified. */
export const outcomeOf = ({ verdict }: Pick<Call, 'verdict'>): Outcome => verdict ?? 'unverified'

/** isRight tells whether an outcome counts for the rule: a fault was there. */
export const isRight = (outcome: Outcome): boolean => outcome === 'confirmed' || outcome === 'other-fault-found'

/** isFalseCall tells whether an outcome counts against the rule: somebody came for nothing, because nothing was wrong or production had changed. */
export const isFalseCall = (outcome: Outcome): boolean => outcome === 'nothing-found' || outcome === 'process-change'
