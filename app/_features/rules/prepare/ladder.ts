import type { Definition } from './rule.ts'

/** Level is one further level of severity of a rule. */
export type Level = Definition['ladder'][number]

/** MOST_LEVELS is how many further levels a rule may have. */
export const MOST_LEVELS = 3

/** priorityBefore is the priority that a further level must be more urgent than: that of the level before it. */
const priorityBefore = (rule: Definition, index: number): number => rule.ladder[index - 1]?.priority ?? rule.priority

/** prioritiesFor lists the priorities that a further level may have, the most urgent first. */
export const prioritiesFor = (rule: Definition, index: number): readonly number[] => [1, 2, 3].filter((priority) => priority < priorityBefore(rule, index))

/** canAddLevel tells whether there is room for one more level, and a priority more urgent than the last. */
export const canAddLevel = (rule: Definition): boolean => rule.ladder.length < MOST_LEVELS && prioritiesFor(rule, rule.ladder.length).length > 0

/** addLevel adds a worse level, one step more urgent than the last; its limit is for the person to give. */
export function addLevel(rule: Definition): Definition {
  const gated = rule.gate !== null
  const priority = Math.max(1, priorityBefore(rule, rule.ladder.length) - 1)
  return { ...rule, ladder: [...rule.ladder, { limit: gated ? null : Number.NaN, factor: gated ? Number.NaN : null, clear: null, forMs: null, priority }] }
}

/** withLevel changes one level. */
export const withLevel = (rule: Definition, index: number, change: Partial<Level>): Definition =>
  ({ ...rule, ladder: rule.ladder.map((level, place) => (place === index ? { ...level, ...change } : level)) })

/** removeLevel takes a level away. */
export const removeLevel = (rule: Definition, index: number): Definition => ({ ...rule, ladder: rule.ladder.filter((_level, place) => place !== index) })

const rounded = (value: number): number => Number(value.toPrecision(6))

/** ladderByFactor turns levels with limits into such with factors of a limit, as bands need them. */
export const ladderByFactor = (ladder: Definition['ladder'], limit: number): Definition['ladder'] =>
  ladder.map((level) => ({ ...level, limit: null, clear: null, factor: rounded((level.limit ?? Number.NaN) / limit) }))

/** ladderByLimit turns levels with factors into such with limits of their own. */
export const ladderByLimit = (ladder: Definition['ladder'], limit: number): Definition['ladder'] =>
  ladder.map((level) => ({ ...level, limit: rounded((level.factor ?? Number.NaN) * limit), factor: null }))
