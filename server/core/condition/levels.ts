import { hasOwnLimit } from './definition-checks.ts'
import type { RuleDefinition } from './definition.ts'
import { isoDanger, isoWarning } from './iso-20816.ts'
import type { IsoZones } from './iso-20816.ts'

/** HALF lies between "no" (0) and "yes" (1): the limit of measures that answer a question. */
const HALF = 0.5

const quietNoData = { policy: 'keep', afterMs: null } as const

const isoLevels = (rule: RuleDefinition, zones: IsoZones | null): RuleDefinition[] => {
  if (rule.measure.kind !== 'iso-zone') return []
  const warning = { ...rule, limit: zones === null ? HALF : isoWarning(zones, rule.measure.baseline) }
  const { dangerPriority } = rule.measure
  if (dangerPriority === null) return [warning]
  return [warning, { ...rule, limit: zones === null ? HALF : isoDanger(zones), priority: dangerPriority, noData: quietNoData }]
}

const times = (value: number | null, factor: number): number | null => (value === null ? null : value * factor)

const ladderLevel = (rule: RuleDefinition, step: RuleDefinition['ladder'][number]): RuleDefinition => ({
  ...rule,
  limit: step.limit,
  clear: step.clear,
  gate: rule.gate === null ? null : {
    ...rule.gate,
    bands: rule.gate.bands.map((band) => ({ ...band, limit: band.limit * (step.factor ?? 1), clear: times(band.clear, step.factor ?? 1) })),
  },
  forMs: step.forMs ?? rule.forMs,
  priority: step.priority,
  noData: quietNoData,
})

/**
 * levelsOf splits a rule into one definition per level of severity, the mildest first, each with its own limit, hold and priority. Limits that
 * the measure implies are filled in; zones are the machine's boundaries for a rule by ISO 20816-3, null where it has none.
 */
export const levelsOf = (rule: RuleDefinition, zones: IsoZones | null): RuleDefinition[] => {
  if (rule.measure.kind === 'iso-zone') return isoLevels(rule, zones)
  if (rule.measure.kind === 'silence') return [{ ...rule, limit: Infinity }]
  if (hasOwnLimit(rule)) return [{ ...rule, limit: HALF }]
  return [rule, ...rule.ladder.map((step) => ladderLevel(rule, step))]
}
