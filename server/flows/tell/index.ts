import * as notify from '#server/modules/notify/index.ts'
import type { Rung } from '#server/modules/notify/index.ts'
import { withTenant } from '#server/platform/db.ts'
import { tellOfIncident } from './incident-news.ts'
import { mayCallFor } from './may-call.ts'
import { tellOfOrder } from './order-news.ts'

export { acceptCall } from './accept-call.ts'
export { lookAfterCalls } from './look-after-calls.ts'
export { tellOfLongJob } from './long-job.ts'
export { tellOfExpiredPermits } from './expired-permits.ts'
export { tellOfPastRepairs } from './past-repairs.ts'
export { tellOfFlag, tellOfRemovedLock } from './safety-news.ts'
export { tellOfTrouble } from './trouble.ts'

/** News names something that may concern people; who is told, and how, is decided from how it stands now. */
export type News = { readonly about: 'incident'; readonly incidentId: string } | { readonly about: 'order'; readonly orderId: string; readonly eventId: string }

/** tellOf tells people of news, in one idempotent transaction; gives the messages to ring for. */
export const tellOf = (orgId: string, news: News): Promise<Rung[]> =>
  withTenant(orgId, async (tx) => {
    const now = await notify.databaseNow(tx)
    return news.about === 'incident' ? tellOfIncident(tx, news, now) : tellOfOrder(tx, news, now)
  })

/** tellAgain repeats what nobody has done anything about; gives the messages to ring for. */
export const tellAgain = (orgId: string): Promise<Rung[]> => notify.repeatNews(orgId, mayCallFor)
