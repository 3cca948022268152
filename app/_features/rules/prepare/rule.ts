import type { Outputs } from '../../../_lib/trpc/types.ts'

export { gateUnitOf, limitUnitOf, modeNamed, pointNamed, unitOf } from '../../../_lib/rules/vocabulary.ts'

/** RuleView is one rule with its versions, the points it watches and what the reader may do with it. */
export type RuleView = Outputs['rules']['get']

/** RuleRow is one rule of the list. */
export type RuleRow = Outputs['rules']['list'][number]

/** Vocabulary is what a rule can speak of: points and failure modes. */
export type Vocabulary = RuleRow['vocabulary']

/** Definition is what a rule says. While it is being edited a number may be NaN: nothing typed yet. */
export type Definition = NonNullable<RuleRow['definition']>

/** Band is a stretch of the gate's value with a limit of its own. */
export type Band = NonNullable<Definition['gate']>['bands'][number]

/** WatchedPoint is a point on a machine that the rule could watch. */
export type WatchedPoint = RuleView['points'][number]

/** NamedPoint is a point as a rule speaks of it: its code on the class, its name and its unit. */
export type NamedPoint = Vocabulary['points'][number]

/** vocabularyOf is what the rule can speak of: its class's or machine's points, else those found on the machines themselves. */
export function vocabularyOf(rule: Pick<RuleView, 'vocabulary' | 'points'>): Vocabulary {
  if (rule.vocabulary.points.length > 0) return rule.vocabulary
  const found = new Map(rule.points.map(({ code, name, unit }) => [code, { code, name, unit }]))
  return { ...rule.vocabulary, points: [...found.values()] }
}

/** isSame tells whether two definitions say the same. */
export const isSame = (one: Definition | null, other: Definition | null): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Standing is how a rule stands, in one word of the messages. */
export type Standing = 'draft' | 'watched' | 'published' | 'changed' | 'retired'

/** standingOf tells how a rule stands: published with a newer draft is "changed". */
export function standingOf({ status, hasDraft, state }: Pick<RuleRow, 'status' | 'hasDraft' | 'state'>): Standing {
  if (status === 'retired') return 'retired'
  if (status === 'published') return hasDraft ? 'changed' : 'published'
  return state === 'shadow' ? 'watched' : 'draft'
}

/** publishedOf is what the version in force says, null when none is. */
export const publishedOf = (rule: Pick<RuleView, 'version' | 'versions'>): Definition | null =>
  rule.versions.find((version) => version.version === rule.version)?.definition ?? null

/** newestOf is what the editor begins with: the draft, else the version in force. */
export const newestOf = (rule: Pick<RuleView, 'draft' | 'version' | 'versions' | 'definition'>): Definition | null => rule.draft?.definition ?? publishedOf(rule) ?? rule.definition

/** nextVersion is the number under which the draft will be published. */
export const nextVersion = (rule: Pick<RuleView, 'draft' | 'versions'>): number => rule.draft?.version ?? Math.max(0, ...rule.versions.map((version) => version.version)) + 1
