import { HOUR_MS, DAY_MS } from '#server/core/kernel/time.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'
import { forgetReceived } from '#server/platform/storage/receiving.ts'
import { removeOriginal, type AttachmentRef } from './check-attachment.ts'
import { abandoned, forgetAbandoned, leftovers, unchecked } from './sweep.repo.ts'

/** UPLOAD_DAYS is how long an upload may take until it is given up: a tablet may lie in a drawer over a long weekend. */
const UPLOAD_DAYS = 7
// A refused file may have been refused by mistake; after this time nobody has missed it.
const REFUSED_DAYS = 30

const before = (ms: number): Date => new Date(now().getTime() - ms)

/** sweepAttachments gives up uploads that never arrived, and removes bytes as they were sent that are not needed any more; tells how many uploads it gave up. */
export async function sweepAttachments(orgId: string): Promise<number> {
  const given = await withTenant(orgId, (tx) => abandoned(tx, before(UPLOAD_DAYS * DAY_MS)))
  for (const { id } of given) if (await withTenant(orgId, (tx) => forgetAbandoned(tx, id))) await forgetReceived(orgId, id)
  const kept = await withTenant(orgId, (tx) => leftovers(tx, before(HOUR_MS), before(REFUSED_DAYS * DAY_MS)))
  for (const { id, originalKey, storageKey } of kept) await removeOriginal({ orgId, id }, originalKey, storageKey)
  return given.length
}

/** uncheckedAttachments lists what arrived so long ago and is still to be checked: its bell was lost, or its worker. */
export async function uncheckedAttachments(orgId: string, olderThanMs: number): Promise<AttachmentRef[]> {
  const rows = await withTenant(orgId, (tx) => unchecked(tx, before(olderThanMs)))
  return rows.map(({ id }) => ({ orgId, id }))
}
