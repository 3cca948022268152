import type { EditableField } from '#server/core/work-orders/merge.ts'
import type { ClashView, Review } from '#server/core/work-orders/review.ts'
import type { StoredOperation } from '../store/db.ts'

/** OpenClash is one field that two people changed, as its author is asked about it. */
export interface OpenClash extends ClashView {
  readonly operation: StoredOperation
}

/** reviewOf is what the server wants a person to look at; null where it wants nothing. */
export const reviewOf = ({ answer }: StoredOperation): Review | null => (answer?.result as { review?: Review } | null | undefined)?.review ?? null

/** clashesOf are the fields of one operation that nobody has decided yet. */
const clashesOf = (operation: StoredOperation): OpenClash[] => {
  const review = operation.state === 'asks' ? reviewOf(operation) : null
  if (review?.kind !== 'clash') return []
  return review.clashes.filter(({ field }) => !operation.decided?.includes(field)).map((clash) => ({ ...clash, operation }))
}

/** openClashes are the fields that people must decide about, each asked once: who changed a field twice is asked about what he wrote last. */
export function openClashes(operations: readonly StoredOperation[]): OpenClash[] {
  const newest = new Map<string, OpenClash>()
  for (const operation of operations.toSorted((a, b) => a.seq - b.seq)) {
    for (const clash of clashesOf(operation)) newest.set(`${operation.entityId} ${operation.personId} ${clash.field}`, clash)
  }
  return [...newest.values()]
}

/** isDecided tells whether all that an operation asked has been decided once this field is. */
export const isDecided = (operation: StoredOperation, field: EditableField): boolean => clashesOf(operation).every((clash) => clash.field === field)

/** isAsked tells whether an operation asks something that no later one of the same person asks again. */
export const isAsked = (operation: StoredOperation, asking: readonly StoredOperation[]): boolean =>
  reviewOf(operation)?.kind !== 'clash' || openClashes(asking).some((clash) => clash.operation.opId === operation.opId)
