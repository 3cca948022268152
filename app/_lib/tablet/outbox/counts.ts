import type { StoredOperation, TabletDb } from '../store/db.ts'
import { readMeta } from '../store/meta.ts'

/** OutboxCounts is what the bar at the top always shows. */
export interface OutboxCounts {
  readonly waiting: number
  /** When the oldest of them was done. */
  readonly oldestAt: string | null
  /** Answers that the person who works on this tablet must look at: each is asked only of whoever did it. */
  readonly asks: number
}

const oldest = (operations: readonly StoredOperation[]): string | null => operations.reduce<string | null>((first, { at }) => (first === null || at < first ? at : first), null)

/** outboxCounts counts what waits and what asks. */
export async function outboxCounts(db: TabletDb): Promise<OutboxCounts> {
  const waiting = await db.operations.where('state').equals('waiting').toArray()
  const me = await readMeta<string>(db, 'current-person')
  const asks = await db.operations.where('state').equals('asks').filter(({ personId }) => me === undefined || personId === me).count()
  return { waiting: waiting.length, oldestAt: oldest(waiting), asks }
}
