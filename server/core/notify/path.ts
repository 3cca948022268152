import type { Params } from './kinds.ts'

/** pathOf is the page of what a notification is about: its order where there is one, a job's rule, else its machine. */
export function pathOf({ subjectType, subjectId }: { readonly subjectType: string; readonly subjectId: string }, { number, assetId, job, jobId }: Params): string {
  if (number !== undefined) return `/work-orders/${number}`
  if (subjectType === 'endpoint') return '/admin'
  if (subjectType === 'rule') return `/rules/${subjectId}?${job === 'limits' ? `limits=${jobId}` : `tab=backtest&run=${jobId}`}`
  if (assetId !== undefined) return `/assets/${assetId}`
  return subjectType === 'work-order' ? `/work-orders/${subjectId}` : '/notifications'
}
