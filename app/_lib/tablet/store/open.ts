import { openTabletDb, type TabletDb } from './db.ts'

let db: TabletDb | undefined

/** tabletDb is the tablet's store; it is opened once. */
export const tabletDb = (): TabletDb => (db ??= openTabletDb())
