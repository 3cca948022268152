import type { Effects } from '#server/core/condition/types.ts'
import { packWaiting } from '#server/core/telemetry/waiting.ts'
import { execOf, type SystemClient } from '#server/platform/db.ts'
import * as condition from '#server/modules/condition/index.ts'
import { takeChanges, type ChangedIncident } from '#server/modules/incidents/index.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import type { LaneMemory } from './lane-memory.ts'

const MAX_GAP_MS = 10 * 60_000
const GAP_DECAY = 0.9

/** saveEffects writes what judging on a track decided, in the transaction of the readings; true when a ticket may have to change. */
export async function saveEffects(client: SystemClient, lane: telemetry.LockedLane, inboxNo: string, track: 'live' | 'backlog', effects: Effects): Promise<boolean> {
  const ids = new Map<string, string>()
  const changed: ChangedIncident[] = []
  for (const { incident, change } of effects.incidents) {
    const id = await condition.saveIncident(client, lane.orgId, lane.siteId, track, incident)
    ids.set(`${incident.key}@${incident.openedAt}`, id)
    changed.push({ id, change })
  }
  const tickets = await takeChanges({ orgId: lane.orgId, exec: execOf(client) }, lane.siteId, changed)
  await condition.saveTransitions(client, lane.orgId, inboxNo, effects.transitions, ids)
  await condition.saveRuleStates(client, lane.orgId, lane.no, track, effects.states)
  await telemetry.savePointSources(client, lane.orgId, effects.pointSources, track === 'backlog')
  return tickets
}

/** saveProgress records how far each source is in event time, when it was heard, and how its rows fared. */
export async function saveProgress(
  client: SystemClient,
  lane: telemetry.LockedLane,
  memory: LaneMemory,
  batches: readonly { inbox: telemetry.InboxBatch; outcome: telemetry.InboxOutcome }[],
  effects: Effects,
): Promise<void> {
  for (const source of effects.sources) memory.progress.set(source.sourceId, source)
  const progress = [...Map.groupBy(batches, (batch) => batch.inbox.sourceId)].map(([sourceId, own]): telemetry.SourceProgress => {
    const readings = own.filter(({ inbox }) => inbox.kind === 'readings')
    for (const { inbox } of readings) hear(memory, sourceId, inbox.receivedAt.getTime())
    const heard = memory.heard.get(sourceId)
    const now = memory.progress.get(sourceId)
    return {
      sourceId,
      clock: memory.sources.get(sourceId)?.clock ?? 'live',
      watermark: now?.watermark ?? null,
      evaluatedThrough: now?.evaluatedThrough ?? null,
      waiting: packWaiting(now?.waiting ?? []),
      pauses: now?.pauses ?? null,
      lastSeenMs: heard?.atMs ?? null,
      batchGapMs: heard?.gapMs ?? 0,
      accepted: readings.reduce((sum, { outcome }) => sum + outcome.stored, 0),
      rejected: readings.reduce((sum, { outcome }) => sum + outcome.quarantined, 0),
    }
  })
  await telemetry.saveSources(client, lane, progress)
}

function hear(memory: LaneMemory, sourceId: string, atMs: number): void {
  const before = memory.heard.get(sourceId)
  const gap = before ? Math.min(MAX_GAP_MS, Math.max(0, atMs - before.atMs)) : 0
  memory.heard.set(sourceId, { atMs: Math.max(atMs, before?.atMs ?? 0), gapMs: Math.max(gap, (before?.gapMs ?? 0) * GAP_DECAY) })
}
