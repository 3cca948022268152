import { withTenant } from '#server/platform/db.ts'
import type { Rung } from '../tell/tell.repo.ts'
import { dueDeliveries, forgetOld } from './due.repo.ts'

/** dueOf lists an organization's messages that should have been sent this long ago (ms), or whose sender has died. */
export const dueOf = (orgId: string, overdueMs: number): Promise<Rung[]> => withTenant(orgId, (tx) => dueDeliveries(tx, overdueMs))

/** forgetOldNews drops what an organization's people were told this many days ago. */
export const forgetOldNews = (orgId: string, days: number): Promise<void> => withTenant(orgId, (tx) => forgetOld(tx, days))
