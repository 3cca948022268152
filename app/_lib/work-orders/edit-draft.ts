import { fromLocalInput, toLocalInput } from '../time/local-input.ts'
import type { Inputs, Outputs } from '../trpc/types.ts'

type Order = Outputs['workOrders']['get']['order']

/** EDIT_FIELDS are the fields of an order that its form lets a person change. */
export const EDIT_FIELDS = ['title', 'description', 'dueAt'] as const
export type EditField = (typeof EDIT_FIELDS)[number]

/** EditTexts is what the fields of the form hold: texts, the due time as a local one. */
export type EditTexts = Readonly<Record<EditField, string>>

/** EditEntry is one field that a person began to change: what stood in the order and in the form when he began, and what he made of it. */
export interface EditEntry {
  readonly from: string | null
  readonly shown: string
  readonly to: string
}

/** EditDraft is a form that is being filled in: only the fields that were touched. */
export type EditDraft = Readonly<Partial<Record<EditField, EditEntry>>>

/** Worded puts an order's title and description into the reader's language. */
export interface Worded {
  readonly title: (order: Order) => string
  readonly description: (order: Order) => string | null
}

/** editTexts are the fields as the order has them now, in the reader's words. */
export const editTexts = (order: Order, words: Worded, zone: string): EditTexts =>
  ({ title: words.title(order), description: words.description(order) ?? '', dueAt: order.dueAt === null ? '' : toLocalInput(Date.parse(order.dueAt), zone) })

/**
 * typed is the form after a person changed a field. What he saw when he began stays with it: what comes from others while he types must
 * not look as if he had seen it.
 */
export function typed(draft: EditDraft, field: EditField, to: string, order: Pick<Order, EditField>, shown: EditTexts): EditDraft {
  const before = draft[field]
  return { ...draft, [field]: before === undefined ? { from: order[field], shown: shown[field], to } : { ...before, to } }
}

/** readDraft reads a kept form; what cannot be read is an empty one. */
export function readDraft(text: string): EditDraft {
  try {
    const read: unknown = JSON.parse(text)
    return read !== null && typeof read === 'object' ? read : {}
  } catch {
    // Nothing was kept.
    return {}
  }
}

/** EditChanges is what was changed, as it is sent: times as texts. */
export type EditChanges = Inputs['workOrders']['edit']['changes']

/** EditFault says what is wrong with a field. */
export type EditFault = 'title-short' | 'due-wrong'

/** EditRead is a form that was read: what was changed, or what is wrong. */
export type EditRead = { readonly ok: true; readonly changes: EditChanges } | { readonly ok: false; readonly field: EditField; readonly fault: EditFault }

const SHORTEST_TITLE = 3
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** changesOf reads the form: a field that is as it was shown is left out, so that the system's own words stay the system's. */
export function changesOf(draft: EditDraft, zone: string): EditRead {
  const { title, description, dueAt } = draft
  const changed = (entry: EditEntry | undefined): entry is EditEntry => entry !== undefined && entry.to.trim() !== entry.shown.trim()
  if (changed(title) && title.to.trim().length < SHORTEST_TITLE) return { ok: false, field: 'title', fault: 'title-short' }
  const due = dueAt === undefined || dueAt.to === '' ? null : fromLocalInput(dueAt.to, zone)
  if (changed(dueAt) && dueAt.to !== '' && due === null) return { ok: false, field: 'dueAt', fault: 'due-wrong' }
  return {
    ok: true,
    changes: {
      ...(changed(title) ? { title: { from: title.from ?? '', to: title.to.trim() } } : {}),
      ...(changed(description) ? { description: { from: description.from, to: orNull(description.to) } } : {}),
      ...(changed(dueAt) ? { dueAt: { from: dueAt.from, to: due === null ? null : new Date(due).toISOString() } } : {}),
    },
  }
}
