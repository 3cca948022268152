import type { FailureModeView } from '#server/core/assets/failure-mode.ts'
import type { RuleDefinition } from '#server/core/condition/definition.ts'
import { measureUnit } from '#server/core/condition/measure-unit.ts'

/** Vocabulary is what a rule can speak of: points and failure modes. */
export interface Vocabulary {
  readonly points: readonly NamedPoint[]
  readonly failureModes: readonly FailureModeView[]
}

/** NamedPoint is a point as a rule speaks of it: its code on the class, its name and its unit. */
export interface NamedPoint { readonly code: string; readonly name: string; readonly unit: string }

/** pointNamed finds a point of the vocabulary by its code; an unknown code names itself and has no unit. */
export const pointNamed = ({ points }: Vocabulary, code: string): NamedPoint => points.find((point) => point.code === code) ?? { code, name: code, unit: '' }

/** unitOf is the unit of what the rule watches: that of its first point. */
export const unitOf = (definition: Pick<RuleDefinition, 'points'>, vocabulary: Vocabulary): string => pointNamed(vocabulary, definition.points[0] ?? '').unit

/** limitUnitOf is the unit in which the rule's limits are given: that of what it judges of its points; empty for a plain number. */
export const limitUnitOf = (definition: Pick<RuleDefinition, 'points' | 'measure'>, vocabulary: Vocabulary): string => measureUnit(definition, unitOf(definition, vocabulary)) ?? ''

/** gateUnitOf is the unit in which its bands are given; empty without a gate. */
export const gateUnitOf = (definition: Pick<RuleDefinition, 'gate'>, vocabulary: Vocabulary): string =>
  definition.gate === null ? '' : pointNamed(vocabulary, definition.gate.point).unit

/** modeNamed is the name of a failure mode by its code, in the words given; null for none, the code itself when it is unknown. */
export function modeNamed({ failureModes }: Vocabulary, code: string | null, words: (mode: FailureModeView) => string): string | null {
  const mode = failureModes.find((one) => one.code === code)
  return mode === undefined ? code : words(mode)
}
