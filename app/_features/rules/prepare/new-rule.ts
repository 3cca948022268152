import type { NamedPoint } from './rule.ts'

/** NewRuleForm is what a person has said of a new rule so far. */
export interface NewRuleForm {
  readonly name: string
  readonly where: 'class' | 'machine'
  readonly classId: string | null
  readonly machine: { readonly id: string; readonly label: string } | null
  readonly points: readonly string[]
  readonly direction: 'above' | 'below'
  /** NaN until typed. */
  readonly limit: number
}

/** EMPTY_FORM is a new rule about which nothing is said. */
export const EMPTY_FORM: NewRuleForm = { name: '', where: 'class', classId: null, machine: null, points: [], direction: 'above', limit: Number.NaN }

/** Missing names what a new rule still needs. */
export type Missing = 'name' | 'class' | 'machine' | 'points' | 'limit'

/** missingOf lists what a new rule still needs, in the order of the form. */
export function missingOf(form: NewRuleForm): readonly Missing[] {
  return [
    ...(form.name.trim() === '' ? ['name'] as const : []),
    ...(form.where === 'class' && form.classId === null ? ['class'] as const : []),
    ...(form.where === 'machine' && form.machine === null ? ['machine'] as const : []),
    ...(form.points.length === 0 ? ['points'] as const : []),
    ...(Number.isFinite(form.limit) ? [] : ['limit'] as const),
  ]
}

/** withPlace changes where the rule holds; what was chosen to watch belongs to the old place. */
export const withPlace = (form: NewRuleForm, place: Partial<Pick<NewRuleForm, 'where' | 'classId' | 'machine'>>): NewRuleForm => ({ ...form, ...place, points: [] })

/** limitUnit is the unit of the limit: that of the first chosen point, empty while none is. */
export const limitUnit = (form: NewRuleForm, points: readonly NamedPoint[]): string => points.find((point) => point.code === form.points[0])?.unit ?? ''
