import type { RuleDefinition } from '#server/core/condition/definition.ts'
import { overridden } from '#server/core/condition/override.ts'
import type { Vocabulary } from '../../../_lib/rules/vocabulary.ts'
import type { Outputs } from '../../../_lib/trpc/types.ts'

/** AssetDetail is one machine with the rules that judge it. */
export type AssetDetail = Outputs['assets']['get']

/** MachineRule is a rule in force on the machine. */
export type MachineRule = AssetDetail['rules'][number]

/** RuleOverrides is the machines with limits of their own for a rule. */
export type RuleOverrides = Outputs['rules']['overrides']

/** OverrideRow is one machine with its own limits. */
export type OverrideRow = RuleOverrides['rows'][number]

/** vocabularyOf is what the rules of a machine can speak of. */
export const vocabularyOf = (detail: AssetDetail): Vocabulary => ({ points: detail.points, failureModes: detail.class?.failureModes ?? [] })

/** holding is the rule with the limits that hold for a machine: its own where they fit, else the rule's. */
export const holding = (definition: RuleDefinition, own: { readonly limits: Parameters<typeof overridden>[1] | null; readonly fits: boolean } | null): RuleDefinition =>
  own === null || !own.fits ? definition : overridden(definition, own.limits ?? undefined)
