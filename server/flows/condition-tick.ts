import { createHash } from 'node:crypto'
import { newId } from '../platform/ids.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'

const GRACE_MS = 2000
const GAPS_TO_WAIT = 2

/** Ring is a lane that got a tick, with the tick's inbox number. */
export interface Ring {
  readonly laneNo: number
  readonly inboxNo: string
}

/**
 * tickLanes journals the passing of time for lanes whose rules wait for it, as inbox rows like any other input. A tick
 * lags behind the database's clock by twice the source's usual gap between batches, so that data under way is judged first.
 */
export async function tickLanes(): Promise<Ring[]> {
  const rings: Ring[] = []
  for (const source of await telemetry.tickCandidates(GRACE_MS)) {
    const at = Math.floor(source.nowMs - Math.max(GRACE_MS, GAPS_TO_WAIT * source.batchGapMs))
    if (at < source.wakeAtMs) continue
    const payload = Buffer.from(String(at))
    const inboxNo = await telemetry.insertInbox({
      id: newId(), orgId: source.orgId, laneNo: source.laneNo, sourceId: source.sourceId, batchKey: `tick:${at}`,
      sha256: createHash('sha256').update(payload).digest(), kind: 'tick', backlog: false, count: 0, rejectedAtDoor: 0, payload,
    })
    if (inboxNo !== null) rings.push({ laneNo: source.laneNo, inboxNo })
  }
  return rings
}
