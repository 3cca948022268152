import { execOf, systemTx, type SystemClient } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import { endIfLiveAgain, openBacklog, saveBacklog } from './backlog-track.ts'
import { isQuietMark, judgeBatches, tickTime } from './judge-batches.ts'
import type { LaneMemory } from './lane-memory.ts'
import { keepLearning, saveLearning } from './learning.ts'
import { loadLane } from './load-lane.ts'
import { saveEffects, saveProgress } from './save-effects.ts'
import { saveShadow } from './shadow-track.ts'
import { storeBatches } from './store-batches.ts'

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
      const inbox = throughQuietMark(await telemetry.takeInbox(client, laneNo, MAX_BATCHES, MAX_READINGS))
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
  if (known?.version === lane.version) await keepLearning(client, lane, known)
  const loaded = await loadLane(client, lane, tenant)
  memories.set(lane.no, loaded)
  return loaded
}

// What a quiet mark ends must be saved before anything after it is judged.
function throughQuietMark(inbox: readonly telemetry.InboxBatch[]): readonly telemetry.InboxBatch[] {
  const mark = inbox.findIndex(isQuietMark)
  return mark < 0 ? inbox : inbox.slice(0, mark + 1)
}

// A mark names when the backlog had been heard of: if more of it has come since, it is quiet no more.
async function quietSource(client: SystemClient, lane: telemetry.LockedLane, inbox: readonly telemetry.InboxBatch[]): Promise<string | null> {
  const mark = inbox.at(-1)
  if (!isQuietMark(mark) || inbox.some((row) => row !== mark && row.backlog && row.sourceId === mark.sourceId)) return null
  return (await telemetry.backlogHeardAt(client, lane.orgId, mark.sourceId)) === tickTime(mark) ? mark.sourceId : null
}

async function drain(client: SystemClient, lane: telemetry.LockedLane, memory: LaneMemory, inbox: readonly telemetry.InboxBatch[]): Promise<DrainResult> {
  const backlog = inbox.some((row) => row.backlog) ? (memory.backlog ??= await openBacklog(client, lane, memory)) : null
  const quiet = backlog && (await quietSource(client, lane, inbox))
  const rows = await storeBatches(client, lane, memory, inbox)
  await judgeBatches(client, memory, rows, quiet)
  const effects = memory.engine.takeEffects()
  const lastNo = inbox.at(-1)?.no ?? '0'
  let tickets = await saveEffects(client, lane, lastNo, 'live', effects)
  if (memory.shadow) await saveShadow(client, lane, memory.shadow.takeEffects())
  if (backlog && (await saveBacklog(client, lane, lastNo, backlog))) tickets = true
  await saveProgress(client, lane, memory, rows.batches, effects)
  await saveLearning(client, lane, memory)
  if (quiet && (await endIfLiveAgain(client, lane, memory, quiet))) tickets = true
  await telemetry.markInboxDone(client, rows.batches.map((batch) => batch.outcome))
  await telemetry.bumpLane(client, lane.no, earlier(memory.engine.deadlines(), memory.shadow?.deadlines() ?? null))
  if (lane.nowMs - memory.lastLiveMs >= LIVE_INTERVAL_MS) {
    memory.lastLiveMs = lane.nowMs
    await publishLive(execOf(client), lane.orgId, { entity: 'readings', id: lane.siteId })
  }
  memory.version = String(BigInt(lane.version) + 1n)
  return { batches: inbox.length, readings: rows.columns.n, tickets }
}

const earlier = (a: number | null, b: number | null): number | null => (a === null || b === null ? (a ?? b) : Math.min(a, b))
