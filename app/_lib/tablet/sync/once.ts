import { sendRound } from '../outbox/send.ts'
import type { Door } from '../outbox/deps.ts'
import type { TabletDb } from '../store/db.ts'
import { readMeta } from '../store/meta.ts'
import { pullAll, type Pull } from './pull.ts'

/** Ways are the two ways to the server. */
export interface Ways {
  readonly door: Door
  readonly pull: Pull
}

/** syncOnce sends all that waits, then fetches what changed; tells whether the server asked the tablet to empty itself, and when something that is held back may go. */
export async function syncOnce(db: TabletDb, { door, pull }: Ways): Promise<{ readonly wipe: boolean; readonly heldUntil: string | null }> {
  let sent = await sendRound(db, door)
  while (sent.more && !sent.wipe) sent = await sendRound(db, door)
  const { heldUntil } = sent
  if (sent.wipe) return { wipe: true, heldUntil }
  const personId = await readMeta<string>(db, 'current-person')
  return personId === undefined ? { wipe: false, heldUntil } : { ...(await pullAll(db, pull, personId)), heldUntil }
}
