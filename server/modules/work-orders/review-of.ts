import type { Clash } from '#server/core/work-orders/merge.ts'
import type { ClashView, Review } from '#server/core/work-orders/review.ts'
import type { Tx } from '#server/platform/db.ts'
import { lastChange } from './reviews.repo.ts'

interface Found {
  readonly kind: string
  readonly clashes?: readonly Clash[]
}

/** reviewOf tells what of a command a person must look at, as it is told again when the command is repeated; none for most. */
export async function reviewOf(tx: Tx, orderId: string, found: unknown): Promise<{ review?: Review }> {
  if (found === undefined) return {}
  const { kind, clashes = [] } = found as Found
  if (kind === 'second-record') return { review: { kind } }
  const views: ClashView[] = []
  for (const clash of clashes) views.push({ ...clash, ...(await lastChange(tx, orderId, clash.field)) })
  return { review: JSON.parse(JSON.stringify({ kind: 'clash', clashes: views })) as Review }
}
