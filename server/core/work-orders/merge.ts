import * as z from 'zod'
import { instant } from './instant.ts'
import { priority } from './priority.ts'

const words = z.string().trim().max(4000).nullable()
const changed = <Value extends z.ZodType>(value: Value) => z.object({ from: value, to: value }).optional()

/** editChanges parses what a person changed on an order, field by field: what he saw, and what he made of it. */
export const editChanges = z.object({
  title: changed(z.string().trim().min(3, 'Say in a few words what is wrong.').max(200)),
  description: changed(words),
  priority: changed(priority),
  dueAt: changed(instant.nullable()),
  latestSafeAt: changed(instant.nullable()),
  plannedHours: changed(z.number().positive().max(10_000).nullable()),
  causeNote: changed(words),
  verdictNote: changed(words),
})
export type EditChanges = z.output<typeof editChanges>
export type EditableField = keyof EditChanges

/** EditableFields are the fields of an order that can be edited. */
export type EditableFields = { readonly [Field in EditableField]: NonNullable<EditChanges[Field]>['to'] }

/** Clash is one field that two people changed: what one saw, what he made of it, and what somebody else had made of it meanwhile. */
export interface Clash {
  readonly field: EditableField
  readonly from: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

/** Merge is an edit taken in: what of it is written, and what a person must decide. */
export interface Merge {
  readonly patch: Partial<EditableFields>
  readonly clashes: readonly Clash[]
}

type Value = string | number | Date | null
// An empty note and none are the same; so are two instants that are written differently.
const plain = (value: Value): string | number | null => (value instanceof Date ? value.getTime() : value === '' ? null : value)
const same = (one: Value, other: Value): boolean => plain(one) === plain(other)

/**
 * mergeFields takes an edit in field by field: where the field is still as the person saw it, it is written; where it has become what he wants, nothing
 * is to do; where it is something else, it stays and is a clash. The same edit again, from the other's value, resolves it.
 */
export function mergeFields(now: EditableFields, changes: EditChanges): Merge {
  const patch: Record<string, Value> = {}
  const clashes: Clash[] = []
  for (const field of Object.keys(changes) as EditableField[]) {
    const change = changes[field]
    if (change === undefined) continue
    const theirs = now[field]
    if (same(theirs, change.to)) continue
    if (same(theirs, change.from)) patch[field] = change.to
    else clashes.push({ field, from: change.from, mine: change.to, theirs })
  }
  return { patch: patch, clashes }
}
