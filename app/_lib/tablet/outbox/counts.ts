import type { StoredOperation, TabletDb } from '../store/db.ts'

/** OutboxCounts is what the bar at the top always shows. */
export interface OutboxCounts {
  readonly waiting: number
  /** When the oldest of them was done. */
  readonly oldestAt: string | null
  /** Answers that a person must look at. */
  readonly asks: number
}

const oldest = (operations: readonly StoredOperation[]): string | null => operations.reduce<string | null>((first, { at }) => (first === null || at < first ? at : first), null)

/** outboxCounts counts what waits and what asks. */
export async function outboxCounts(db: TabletDb): Promise<OutboxCounts> {
  const waiting = await db.operations.where('state').equals('waiting').toArray()
  const asks = await db.operations.where('state').equals('asks').count()
  return { waiting: waiting.length, oldestAt: oldest(waiting), asks }
}
