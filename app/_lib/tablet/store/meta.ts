import type { TabletDb } from './db.ts'

/** MetaKey names the single facts that the tablet keeps. */
export type MetaKey = 'device' | 'current-person' | 'seq' | 'assets-stamp' | 'parts-stamp' | 'wiped' | 'locked' | 'attempts' | 'provisional' | `shift:${string}`

/** readMeta reads one fact; undefined when it was never written. */
export const readMeta = async <Value>(db: TabletDb, key: MetaKey): Promise<Value | undefined> => (await db.meta.get(key))?.value as Value | undefined

/** writeMeta writes one fact. */
export async function writeMeta(db: TabletDb, key: MetaKey, value: unknown): Promise<void> {
  await db.meta.put({ key, value })
}
