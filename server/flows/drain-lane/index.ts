import { execOf, systemTx, type SystemClient } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import { loadLane, type LaneMemory } from './lane-memory.ts'
import { saveEffects, saveProgress } from './save-effects.ts'
import { storeBatches, type StoredRows } from './store-batches.ts'

/** MAX_BATCHES and MAX_READINGS bound one transaction of a drain. */
const MAX_BATCHES = 20
const MAX_READINGS = 20_000
const LIVE_INTERVAL_MS = 1000

const memories = new Map<number, LaneMemory>()

/** DrainResult is what one transaction of a drain did. */
export interface DrainResult {
  readonly batches: number
  readonly readings: number
  readonly tickets: boolean
}

const NOTHING: DrainResult = { batches: 0, readings: 0, tickets: false }

/**
 * drainOnce takes the lane's next batches in inbox order, stores and judges them, and saves everything they caused in one
 * transaction under the lane's lock. Safe to call from anywhere at any time: a second caller waits for the lock and finds what is left.
 */
export async function drainOnce(laneNo: number): Promise<DrainResult> {
  try {
    return await systemTx(async (client) => {
      const lane = await telemetry.lockLane(client, laneNo)
      if (!lane) return NOTHING
      const inbox = await telemetry.takeInbox(client, laneNo, MAX_BATCHES, MAX_READINGS)
      if (inbox.length === 0) return NOTHING
      const tenant = await telemetry.openLaneTenant(client, lane)
      return drain(client, lane, await currentMemory(client, lane, tenant, inbox), inbox)
    })
  } catch (error) {
    // What the engine holds now may never have been committed: the next drain reads it again.
    memories.delete(laneNo)
    throw error
  }
}

async function currentMemory(
  client: SystemClient,
  lane: telemetry.LockedLane,
  tenant: telemetry.LaneTenant,
  inbox: readonly telemetry.InboxBatch[],
): Promise<LaneMemory> {
  const known = memories.get(lane.no)
  const current = known?.version === lane.version && known.configVersion === tenant.configVersion
  if (known && current && inbox.every((batch) => known.sources.has(batch.sourceId))) return known
  const loaded = await loadLane(client, lane, tenant)
  memories.set(lane.no, loaded)
  return loaded
}

async function drain(client: SystemClient, lane: telemetry.LockedLane, memory: LaneMemory, inbox: readonly telemetry.InboxBatch[]): Promise<DrainResult> {
  const rows = await storeBatches(client, lane, memory, inbox)
  judge(memory, rows)
  const effects = memory.engine.takeEffects()
  const lastNo = inbox.at(-1)?.no ?? '0'
  const tickets = await saveEffects(client, lane, lastNo, effects)
  await saveProgress(client, lane, memory, rows.batches, effects)
  await telemetry.markInboxDone(client, rows.batches.map((batch) => batch.outcome))
  await telemetry.bumpLane(client, lane.no, memory.engine.deadlines())
  if (lane.nowMs - memory.lastLiveMs >= LIVE_INTERVAL_MS) {
    memory.lastLiveMs = lane.nowMs
    await publishLive(execOf(client), lane.orgId, { entity: 'readings', id: lane.siteId })
  }
  memory.version = String(BigInt(lane.version) + 1n)
  return { batches: inbox.length, readings: rows.columns.n, tickets }
}

function judge(memory: LaneMemory, rows: StoredRows): void {
  const { pointNo, t, value } = rows.columns
  for (const { inbox, from, to } of rows.batches) {
    if (inbox.kind === 'tick') memory.engine.tick(inbox.sourceId, tickTime(inbox))
    else if (!inbox.backlog)
      memory.engine.fold(inbox.sourceId, {
        n: to - from, pointNo: pointNo.subarray(from, to), t: t.subarray(from, to), value: value.subarray(from, to), judge: rows.judge.subarray(from, to),
      })
  }
}

// A tick's time is its payload: the inbox journals it, so a replay of the inbox ticks at the same moments.
function tickTime(inbox: telemetry.InboxBatch): number {
  return inbox.payload === null ? 0 : Number(inbox.payload.toString('utf8'))
}
