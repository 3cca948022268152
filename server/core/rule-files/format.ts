import * as z from 'zod'
import { ruleDefinition } from '../condition/definition.ts'
import { ruleShape } from '../condition/rule-shape.ts'

/** ruleFile parses a rule as a file holds it: its name, the class or the one machine it is for, what it says, and its tests as they were written. */
export const ruleFile = z.strictObject({
  name: z.string().trim().min(1, 'Give the rule a name.').max(120, 'A name has at most 120 characters.'),
  class: z.string().optional(),
  machine: z.string().optional(),
  definition: ruleDefinition,
  tests: z.array(z.unknown()).optional(),
}).refine((file) => (file.class === undefined) !== (file.machine === undefined), { path: ['class'], message: 'Name either a class or one machine.' })

/** RuleFile is one rule of a file. */
export type RuleFile = z.output<typeof ruleFile>

/** withoutDefaults leaves out of a definition what it would have anyway, so that a file says only what somebody decided. */
export const withoutDefaults = (definition: RuleFile['definition']): Record<string, unknown> => {
  const { kind, points, direction, priority } = definition
  const usual = new Map<string, unknown>(Object.entries(ruleShape.parse({ kind, points, direction, priority })))
  return Object.fromEntries(Object.entries(definition).filter(([field, value]) => ALWAYS.includes(field) || JSON.stringify(value) !== JSON.stringify(usual.get(field))))
}

const ALWAYS = ['kind', 'points', 'direction', 'priority']
