import type { RuleDefinition } from '../condition/definition.ts'
import { judgesPoint } from '../condition/measure-unit.ts'
import type { CompiledRule, RuleProblem } from '../condition/types.ts'

type Limits = Pick<RuleDefinition, 'direction' | 'limit' | 'low' | 'high' | 'gate' | 'priority'>

/** MachineLevel is a level of a rule that judges the value of points, with its limits as they are on one machine. */
export interface MachineLevel extends Limits {
  readonly ruleId: string
  /** The points for which these limits hold. */
  readonly points: readonly string[]
}

/** MachineProblem says why a rule cannot be judged on points of a machine. */
export interface MachineProblem { readonly ruleId: string; readonly points: readonly string[]; readonly problem: RuleProblem }

/**
 * machineLevels lists the limits that rules set for values of a machine's points; points with the same limits share an entry. What cannot be judged, or judges
 * something else than the value, sets none.
 */
export function machineLevels(compiled: readonly CompiledRule[]): MachineLevel[] {
  const judged = compiled.filter((rule) => rule.problem === null && judgesPoint(rule.definition))
  const alike = Map.groupBy(judged, (rule) => JSON.stringify([rule.ruleId, rule.level, limitsIn(rule.definition)]))
  return [...alike.values()].flatMap((rules) => {
    const [first] = rules
    return first === undefined ? [] : [{ ruleId: first.ruleId, points: rules.map((rule) => rule.pointCode), ...limitsIn(first.definition) }]
  })
}

/** machineProblems lists why rules cannot be judged on a machine, with the points concerned. */
export function machineProblems(compiled: readonly CompiledRule[]): MachineProblem[] {
  const broken = compiled.flatMap((rule) => (rule.problem === null || rule.level > 0 ? [] : [{ ruleId: rule.ruleId, point: rule.pointCode, problem: rule.problem }]))
  return [...Map.groupBy(broken, (one) => `${one.ruleId} ${one.problem}`).values()].flatMap((ones) => {
    const [first] = ones
    return first === undefined ? [] : [{ ruleId: first.ruleId, problem: first.problem, points: ones.map((one) => one.point) }]
  })
}

const limitsIn = ({ direction, limit, low, high, gate, priority }: RuleDefinition): Limits => ({ direction, limit, low, high, gate, priority })
