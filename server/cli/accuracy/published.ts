import { CLASSES } from '#prisma/seed/demo/classes.ts'
import { RULES } from '#prisma/seed/demo/rules.ts'
import { ruleDefinition, type RuleDefinition } from '#server/core/condition/definition.ts'
import { previewRule, type Series } from '#server/core/condition/preview.ts'

/** Stretch is a time in which an incident is open: from (inclusive) to (exclusive) in epoch ms; null where it still is at the end. */
export interface Stretch {
  readonly from: number
  readonly to: number | null
}

/** publishedRules are the rules that the repository publishes on a point of a class. */
export const publishedRules = (classCode: string, point: string): RuleDefinition[] =>
  RULES.filter((rule) => rule.classCode === classCode).map(({ definition }) => ruleDefinition.parse(definition)).filter(({ points }) => points.includes(point))

/** stalenessMs is how old a value of a class's point may be, in ms. */
export const stalenessMs = (classCode: string, point: string): number => {
  const found = CLASSES.find(({ code }) => code === classCode)?.points.find(({ code }) => code === point)
  if (!found) throw new Error(`The class ${classCode} has no point ${point}.`)
  return found.staleMs
}

/** mergeStretches joins what overlaps, as rules of one failure mode share one incident; oldest first. */
export const mergeStretches = (stretches: readonly Stretch[]): Stretch[] => {
  const merged: Stretch[] = []
  for (const next of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last === undefined || (last.to !== null && next.from > last.to)) merged.push({ from: next.from, to: next.to })
    else merged[merged.length - 1] = { from: last.from, to: last.to === null || next.to === null ? null : Math.max(last.to, next.to) }
  }
  return merged
}

/** Judged is what rules judge: a class's point with its readings, and those of the point that gates it, if any. */
export interface Judged {
  readonly classCode: string
  readonly point: string
  readonly values: Series
  readonly gate?: { readonly point: string; readonly values: Series }
}

/** incidentsOf runs rules over recorded readings in the product's engine and gives the incidents they open. */
export const incidentsOf = (rules: readonly RuleDefinition[], { classCode, point, values, gate }: Judged): Stretch[] => {
  const own = stalenessMs(classCode, point)
  const staleness = { stalenessMs: own, gateStalenessMs: gate ? stalenessMs(classCode, gate.point) : own }
  return mergeStretches(rules.flatMap((rule) => previewRule(rule, values, rule.gate === null ? null : (gate?.values ?? null), staleness)))
}

/** openAt tells for each time (epoch ms) whether an incident is open. */
export const openAt = (times: ArrayLike<number>, stretches: readonly Stretch[]): boolean[] =>
  Array.from(times, (t) => stretches.some(({ from, to }) => t >= from && (to === null || t < to)))
