'use client'

import type { ReactNode } from 'react'
import { openClashes, reviewOf } from '../../../../_lib/tablet/review/clashes.ts'
import type { StoredOperation } from '../../../../_lib/tablet/store/db.ts'
import { ClashCard } from './clash-card.tsx'
import { SecondRecordCard } from './second-record-card.tsx'

interface ReviewCardProps {
  readonly operation: StoredOperation
  /** All that asks on this tablet: who wrote a field twice is asked once. */
  readonly asking: readonly StoredOperation[]
}

/** hasReviewCard tells whether an answer is a question with two sides; anything else is told in words. */
export const hasReviewCard = (operation: StoredOperation): boolean => reviewOf(operation) !== null

/** ReviewCard is what a person must look at of one operation: a field that two people changed, or work that two people recorded. */
export function ReviewCard({ operation, asking }: ReviewCardProps): ReactNode {
  const review = reviewOf(operation)
  if (review === null) return null
  if (review.kind === 'second-record') return <SecondRecordCard operation={operation} />
  return openClashes(asking).filter((clash) => clash.operation.opId === operation.opId).map((clash) => <ClashCard key={clash.field} clash={clash} zone={operation.zone} />)
}
