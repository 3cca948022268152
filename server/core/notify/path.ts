import type { Params } from './kinds.ts'

/** pathOf is the page of what a notification is about: its order where there is one, else its machine. */
export function pathOf({ subjectType, subjectId }: { readonly subjectType: string; readonly subjectId: string }, { number, assetId }: Params): string {
  if (number !== undefined) return `/work-orders/${number}`
  if (subjectType === 'endpoint') return '/admin'
  if (assetId !== undefined) return `/assets/${assetId}`
  return subjectType === 'work-order' ? `/work-orders/${subjectId}` : '/notifications'
}
