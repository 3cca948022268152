import type * as z from 'zod'
import { checkRule } from './definition-checks.ts'
import { ruleShape } from './rule-shape.ts'

/**
 * ruleDefinition parses a rule as an engineer writes it: what to watch and how (see measureSchema), the limits (in the points' canonical
 * units, or in the measure's), how long or how often they must be broken, when and in which state of the machine, what to do without
 * data, and the further levels of severity. Messages are words for the person who edits it.
 */
export const ruleDefinition = ruleShape.superRefine((rule, context) => {
  checkRule(rule, (path, key, message, bound) => context.addIssue({ code: 'custom', path, message, params: { key, bound } }))
})

/** RuleDefinition is a parsed rule with every default filled in. */
export type RuleDefinition = z.output<typeof ruleDefinition>

/** RuleDefinitionInput is a rule as it may be written, defaults left out. */
export type RuleDefinitionInput = z.input<typeof ruleDefinition>
