import * as z from 'zod'
import type { RuleDefinition } from './definition.ts'

const quantity = z.number().nullable()

/** limitOverrideSchema parses the limits that one machine has of its own, instead of those of its class's rule. What is null stays as the rule has it. */
export const limitOverrideSchema = z.strictObject({
  limit: quantity.default(null),
  clear: quantity.default(null),
  low: quantity.default(null),
  high: quantity.default(null),
  /** One per band of the rule's gate, in its order. */
  bands: z.array(z.strictObject({ limit: z.number(), clear: quantity.default(null) })).nullable().default(null),
})

/** LimitOverride is one machine's own limits for a rule. */
export type LimitOverride = z.output<typeof limitOverrideSchema>

/**
 * overridden gives a rule with a machine's own limits in place of the class's. A limit of its own takes the clear limit with it, also where that is
 * null; further levels keep their distance to the first.
 */
export const overridden = (rule: RuleDefinition, own: LimitOverride | undefined): RuleDefinition => {
  if (own === undefined) return rule
  const gate = rule.gate !== null && own.bands?.length === rule.gate.bands.length
    ? { ...rule.gate, bands: rule.gate.bands.map((band, index) => ({ ...band, ...own.bands?.[index] })) }
    : rule.gate
  if (rule.gate !== null) return { ...rule, gate }
  const moved = own.limit === null || rule.limit === null ? 0 : own.limit - rule.limit
  const move = (value: number | null): number | null => (value === null ? null : value + moved)
  return {
    ...rule,
    limit: own.limit ?? rule.limit,
    clear: own.limit === null ? rule.clear : own.clear,
    low: own.low ?? rule.low,
    high: own.high ?? rule.high,
    ladder: rule.ladder.map((step) => ({ ...step, limit: move(step.limit), clear: move(step.clear) })),
  }
}
