import { newDefinition } from './change.ts'
import { withKind, type Kind } from './measure.ts'
import type { Definition, NamedPoint, Vocabulary } from './rule.ts'

/** NewRuleForm is what a person has said of a new rule so far; numbers of its definition are NaN until typed. */
export interface NewRuleForm {
  readonly name: string
  readonly where: 'class' | 'machine'
  readonly classId: string | null
  readonly machine: { readonly id: string; readonly label: string } | null
  readonly definition: Definition
}

/** newForm is a new rule of a kind about which nothing else is said. */
export const newForm = (kind: Kind): NewRuleForm =>
  ({ name: '', where: 'class', classId: null, machine: null, definition: withKind(newDefinition([], 'above', Number.NaN), kind) })

/** Missing names what a new rule still needs besides what its definition says. */
export type Missing = 'name' | 'class' | 'machine' | 'points'

/** missingOf lists what a new rule still needs, in the order of the form. */
export function missingOf(form: NewRuleForm): readonly Missing[] {
  return [
    ...(form.name.trim() === '' ? ['name'] as const : []),
    ...(form.where === 'class' && form.classId === null ? ['class'] as const : []),
    ...(form.where === 'machine' && form.machine === null ? ['machine'] as const : []),
    ...(form.definition.points.length === 0 ? ['points'] as const : []),
  ]
}

/** withPlace changes where the rule holds; what was chosen to watch belongs to the old place. */
export const withPlace = (form: NewRuleForm, place: Partial<Pick<NewRuleForm, 'where' | 'classId' | 'machine'>>): NewRuleForm =>
  ({ ...form, ...place, definition: { ...form.definition, points: [] } })

/** placeVocabulary is what a new rule can speak of at its place; nothing while that is not chosen. */
export const placeVocabulary = (points: readonly NamedPoint[] | null): Vocabulary => ({ points: [...(points ?? [])], failureModes: [] })
