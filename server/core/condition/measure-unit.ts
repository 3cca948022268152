import { hasOwnLimit } from './definition-checks.ts'
import { measureSchema, VALUE } from './measure/schema.ts'
import type { Measure } from './measure/schema.ts'
import type { RuleShape } from './rule-shape.ts'

type Measured = Pick<RuleShape, 'measure'>

/** SPREAD is the unit of a deviation, as a UCUM annotation: so many times the usual spread. */
export const SPREAD = '{spread}'

const PER = { second: 's', minute: 'min', hour: 'h', day: 'd' } as const

/** perTime is a unit (UCUM) per a time: Cel per hour is Cel/h, what has no unit per hour is /h. */
const perTime = (unit: string, per: keyof typeof PER): string => `${unit === '1' ? '' : unit}/${PER[per]}`

/**
 * measureUnit is the unit (UCUM) in which a rule's value, limit and peak are, empty for a plain number, for a point whose own unit is given. Null where
 * the rule answers a question (a comparison, silence, a wrong unit): what it stores then is no quantity, and no number is shown.
 */
export const measureUnit = (rule: Measured, pointUnit: string): string | null => {
  const { measure } = rule
  switch (measure.kind) {
    case 'value': case 'iso-zone': case 'noise': return pointUnit
    case 'rate': return perTime(pointUnit, measure.per)
    case 'deviation': return SPREAD
    case 'stuck': return 's'
    case 'clipping': return '%'
    case 'silence': case 'wrong-unit': return null
    case 'expression': return hasOwnLimit(rule) ? null : ''
  }
}

/** judgesPoint tells whether a rule judges the point's own value, so that its limits may be drawn into the point's course. */
export const judgesPoint = ({ measure }: Measured): boolean => measure.kind === 'value' || measure.kind === 'iso-zone'

/** measureOf reads what a stored definition judges; the value itself where it is of an edition that is not understood. */
export const measureOf = (definition: unknown): Measure => {
  const found = measureSchema.safeParse((definition as { measure?: unknown } | null)?.measure)
  return found.success ? found.data : VALUE
}

/**
 * incidentUnit is the unit (UCUM) of an incident's value, limit and peak, told from its key, the rule's stored definition and its point's unit. Null where no
 * number of it may be shown: it is about silence, or its rule answers a question.
 */
export const incidentUnit = (incident: { readonly key: string; readonly definition: unknown }, pointUnit: string): string | null =>
  incident.key.endsWith(':no-data') ? null : measureUnit({ measure: measureOf(incident.definition) }, pointUnit)

/** finiteLimit is an incident's limit, null where there is none: silence has no limit that could be reached. */
export const finiteLimit = (limit: number): number | null => (Number.isFinite(limit) ? limit : null)
