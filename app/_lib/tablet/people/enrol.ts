import type { TabletDb } from '../store/db.ts'
import { writeMeta } from '../store/meta.ts'
import { post, pullOverHttp } from '../sync/http.ts'
import { pullAll } from '../sync/pull.ts'

/** StoredDevice is what the tablet knows of itself. */
export interface StoredDevice {
  readonly id: string
  readonly name: string
  readonly orgId: string
}

/**
 * enrol makes the signed-in person one of this tablet's people, fetches his work and makes him the one who works on it now; 'Refused' when nobody is
 * signed in.
 */
export async function enrol(db: TabletDb, name: string, platform: string): Promise<{ readonly personId: string }> {
  const { device, person } = await post<{ device: StoredDevice; person: { id: string } }>('enrol', { name, platform })
  await writeMeta(db, 'device', device)
  // Set up anew, it has nothing to tell of the device that it was before.
  await db.meta.delete('wiped')
  await pullAll(db, pullOverHttp, person.id)
  await writeMeta(db, 'current-person', person.id)
  return { personId: person.id }
}
