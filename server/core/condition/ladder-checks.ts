import { complainClear } from './complain.ts'
import type { Complain } from './complain.ts'
import type { RuleShape } from './rule-shape.ts'

type Step = RuleShape['ladder'][number]

const checkOrder = (direction: 'above' | 'below', value: number | null, before: number | null): boolean =>
  value === null || before === null || (direction === 'above' ? value > before : value < before)

const checkStep = (rule: RuleShape, direction: 'above' | 'below', step: Step, index: number, complain: Complain): void => {
  const before = rule.ladder[index - 1] ?? null
  const gated = rule.gate !== null
  if (gated && (step.factor === null || step.limit !== null || step.clear !== null)) {
    complain(['ladder', index, 'factor'], 'ladderFactor', 'A gated rule takes a factor for a further level, by which the limits of its bands are multiplied, and no limit.')
  }
  if (!gated && (step.limit === null || step.factor !== null)) complain(['ladder', index, 'limit'], 'ladderLimit', 'Give the limit of this level, and no factor.')
  const own = gated ? step.factor : step.limit
  const bound = before === null ? (gated ? 1 : rule.limit) : gated ? before.factor : before.limit
  if (!checkOrder(direction, own, bound)) {
    complain(['ladder', index, gated ? 'factor' : 'limit'], 'ladderOrder', `This level must be ${direction} the one before it, ${bound}.`, bound ?? 0)
  }
  if (step.limit !== null) complainClear(complain, ['ladder', index, 'clear'], direction, step.limit, step.clear)
  const least = before?.priority ?? rule.priority
  if (step.priority >= least) complain(['ladder', index, 'priority'], 'ladderPriority', `A worse level must be more urgent than priority ${least}.`, least)
}

/** checkLadder reports the faults of a rule's further levels: each must be worse and more urgent than the one before it. */
export const checkLadder = (rule: RuleShape, complain: Complain): void => {
  const { direction } = rule
  if (rule.ladder.length === 0) return
  if (direction === 'outside') complain(['ladder'], 'ladderOutside', 'Further levels need the direction above or below.')
  else rule.ladder.forEach((step, index) => { checkStep(rule, direction, step, index, complain) })
}
