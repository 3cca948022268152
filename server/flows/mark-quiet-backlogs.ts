import { createHash } from 'node:crypto'
import { MINUTE_MS } from '#server/core/kernel/time.ts'
import { listOrganizations } from '#server/modules/organizations/index.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import { newId } from '../platform/ids.ts'
import type { Ring } from './condition-tick.ts'

/** QUIET_MS is how long nothing must come of a backlog before it counts as sent: an edge on a bad line pauses, too. */
const QUIET_MS = 5 * MINUTE_MS

/**
 * markQuietBacklogs journals, as inbox rows like any other input, that nothing has come of a source's backlog for a while: what waits
 * of it is judged then, and where the source is live again its open episodes end. A mark names when the backlog was last heard of,
 * so it means nothing once more has come, and is journalled once.
 */
export async function markQuietBacklogs(): Promise<Ring[]> {
  const rings: Ring[] = []
  for (const { id: orgId } of await listOrganizations()) {
    for (const { sourceId, laneNo, heardAt } of await telemetry.quietBacklogs(orgId, QUIET_MS)) {
      const payload = Buffer.from(String(heardAt))
      const inboxNo = await telemetry.insertInbox({
        id: newId(), orgId, laneNo, sourceId, batchKey: `backlog-quiet:${heardAt}`, sha256: createHash('sha256').update(payload).digest(), kind: 'tick',
        backlog: true, count: 0, rejectedAtDoor: 0, payload,
      })
      if (inboxNo !== null) rings.push({ laneNo, inboxNo })
    }
  }
  return rings
}
