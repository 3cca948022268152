import type { RuleDefinition } from '#server/core/condition/definition.ts'
import { checkOwnLimits, isTemplate, limitKindOf, type OwnLimitProblem } from '#server/core/condition/own-limits.ts'
import { overridden, type LimitOverride } from '#server/core/condition/override.ts'

/** BandForm is a band's limit and clear limit while they are edited; NaN is an empty field. */
export interface BandForm { readonly limit: number; readonly clear: number }

/** LimitForm is what stands in the fields while a machine's own limits are edited; NaN is an empty field. */
export interface LimitForm {
  readonly limit: number
  readonly clear: number
  readonly low: number
  readonly high: number
  readonly bands: readonly BandForm[]
}

const shown = (value: number | null): number => value ?? Number.NaN
const typed = (value: number): number | null => (Number.isNaN(value) ? null : value)

/** formOf fills the fields with the limits that hold for the machine now: its own, else the rule's. */
export function formOf(definition: RuleDefinition, own: LimitOverride | null): LimitForm {
  const { limit, clear, low, high, gate } = overridden(definition, own ?? undefined)
  const bands = (gate?.bands ?? []).map((band) => ({ limit: band.limit, clear: shown(band.clear) }))
  return { limit: shown(limit), clear: shown(clear), low: shown(low), high: shown(high), bands }
}

const NOTHING: LimitOverride = { limit: null, clear: null, low: null, high: null, bands: null }

/** overrideOf is what the fields say, for a rule of this kind; null while a band has no limit. */
export function overrideOf(definition: RuleDefinition, { limit, clear, low, high, bands }: LimitForm): LimitOverride | null {
  switch (limitKindOf(definition)) {
    case 'none': return NOTHING
    case 'single': return { ...NOTHING, limit: typed(limit), clear: typed(clear) }
    case 'range': return { ...NOTHING, low: typed(low), high: typed(high) }
    case 'bands': return bands.some((band) => Number.isNaN(band.limit)) ? null : { ...NOTHING, bands: bands.map((band) => ({ limit: band.limit, clear: typed(band.clear) })) }
  }
}

const MISSING: OwnLimitProblem = { path: ['bands'], key: 'bands', message: '', bound: null }
const SAME: OwnLimitProblem = { path: [], key: 'same', message: '', bound: null }

/** problemsOf lists what is wrong with the fields, as the server would find it. */
export function problemsOf(definition: RuleDefinition, form: LimitForm): readonly OwnLimitProblem[] {
  const own = overrideOf(definition, form)
  if (own === null) return [{ ...MISSING, bound: definition.gate?.bands.length ?? 0 }]
  const found = checkOwnLimits(definition, own)
  return found.length === 0 && isTemplate(definition, own) ? [SAME] : found
}

/** problemAt is the first problem at a field, by how its path begins. */
export const problemAt = (problems: readonly OwnLimitProblem[], ...path: readonly (string | number)[]): OwnLimitProblem | undefined =>
  problems.find((one) => path.every((step, index) => one.path[index] === step))
