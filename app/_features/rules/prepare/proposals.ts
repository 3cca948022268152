import type { DefinitionChange } from '#server/core/rules/diff.ts'
import type { Outputs } from '../../../_lib/trpc/types.ts'
import type { Definition } from './rule.ts'

/** ProposalsView is what verdicts propose for a rule. */
export type ProposalsView = Outputs['rules']['proposals']

/** ProposalView is one proposed change with its back-test. */
export type ProposalView = ProposalsView['proposals'][number]

/** ProposedChange is one word of the rule said differently. */
export type ProposedChange = ProposalView['change']

/** asDifference is a proposed change as the difference between two versions, so that it is said in the same words. */
export function asDifference(change: ProposedChange, definition: Definition | null): DefinitionChange {
  if (change.kind === 'delay') return { field: 'forMs', type: 'duration', before: change.from, after: change.to, band: null, index: null }
  const band = change.band === null ? undefined : definition?.gate?.bands[change.band]
  const field = change.band === null ? change.kind : `gate.bands.${change.kind}`
  return { field, type: 'quantity', before: change.from, after: change.to, band: band === undefined ? null : { from: band.from, to: band.to }, index: null }
}
