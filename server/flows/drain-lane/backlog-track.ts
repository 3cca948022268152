import { createEngine } from '#server/core/condition/engine.ts'
import { learntOnly } from '#server/core/condition/learnt-only.ts'
import { NO_PAUSES } from '#server/core/condition/pauses.ts'
import type { CompiledRule, SourceEffect } from '#server/core/condition/types.ts'
import { packWaiting, unpackWaiting } from '#server/core/telemetry/waiting.ts'
import { execOf, type SystemClient } from '#server/platform/db.ts'
import * as condition from '#server/modules/condition/index.ts'
import { takeChanges } from '#server/modules/incidents/index.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import type { BacklogTrack, LaneMemory } from './lane-memory.ts'
import { newestValues } from './recent-values.ts'
import { saveEffects } from './save-effects.ts'
import { storedStates } from './stored-states.ts'

// What a backlog leaves out may have been sent live: it proves no silence.
const withoutSilence = (rule: CompiledRule): CompiledRule => ({ ...rule, definition: { ...rule.definition, noData: { policy: 'keep', afterMs: null } } })

/**
 * openBacklog builds the engine of the backlog track where an earlier one stopped. A source without a backlog under way begins from
 * nothing but what the rules have learnt live.
 */
export async function openBacklog(client: SystemClient, lane: telemetry.LockedLane, memory: LaneMemory): Promise<BacklogTrack> {
  const rules = memory.rules.map(withoutSilence)
  const underWay = (await telemetry.loadBacklogs(client, lane.orgId, lane.siteId)).map((one) => ({ ...one, waiting: unpackWaiting(one.waiting), pauses: NO_PAUSES }))
  const progress = new Map<string, SourceEffect>(underWay.map((one) => [one.sourceId, one]))
  const through = Math.max(...underWay.map((one) => one.evaluatedThrough ?? -Infinity))
  const newest = await newestValues(rules, underWay.flatMap((one) => one.waiting), async (nos, count) =>
    Number.isFinite(through) ? telemetry.recentBacklog(client, nos, through, count) : [])
  const engine = createEngine({
    rules,
    states: await storedStates(client, lane, 'backlog', rules),
    incidents: await condition.loadOpenIncidents(client, lane.orgId, lane.siteId, 'backlog'),
    maintenance: await condition.loadMaintenance(client, lane.orgId, lane.siteId),
    // Its end is told by a tick, so every source is one that may be ticked.
    sources: [...memory.sources.values()].map(({ sourceId, reorderWindowMs }) => ({
      watermark: null, evaluatedThrough: null, waiting: [], pauses: NO_PAUSES, ...progress.get(sourceId), sourceId, reorderWindowMs, clock: 'live' as const,
    })),
    last: [...newest].map(([pointNo, recent]) => ({ pointNo, sourceId: memory.points.get(pointNo)?.sourceId ?? null, recent, runningSince: null })),
    saved: { signals: { ...learntOnly(memory.engine.saveSignals(), rules).signals, ...(underWay.length > 0 ? await condition.loadSignals(client, lane.no, 'backlog') : null)?.signals } },
  })
  return { engine, progress }
}

/** releaseQuiet judges what still waits of a backlog of which nothing came for a while. Nothing is assumed of the time after its newest reading. */
export function releaseQuiet(track: BacklogTrack, source: telemetry.StoredSource | undefined): void {
  const watermark = source && track.progress.get(source.sourceId)?.watermark
  if (source && typeof watermark === 'number') track.engine.tick(source.sourceId, watermark + source.reorderWindowMs)
}

/** saveBacklog saves what judging a backlog decided and where it stands; true when a ticket may have to change. */
export async function saveBacklog(client: SystemClient, lane: telemetry.LockedLane, inboxNo: string, track: BacklogTrack): Promise<boolean> {
  const effects = track.engine.takeEffects()
  for (const source of effects.sources) {
    track.progress.set(source.sourceId, source)
    await telemetry.saveBacklog(client, lane.orgId, { ...source, waiting: packWaiting(source.waiting) })
  }
  const signals = track.engine.saveSignals()
  if (signals !== null) await condition.saveSignals(client, lane.no, 'backlog', signals)
  return saveEffects(client, lane, inboxNo, 'backlog', effects)
}

/**
 * endIfLiveAgain ends the backlog of a source that is live again: an episode that is still open ends with the first live reading of
 * its point, from which on live judging speaks, or with its own last one where that point stays silent. True when one ended.
 */
export async function endIfLiveAgain(client: SystemClient, lane: telemetry.LockedLane, memory: LaneMemory, sourceId: string): Promise<boolean> {
  const [live, backlog] = [memory.progress.get(sourceId)?.watermark ?? null, memory.backlog?.progress.get(sourceId)?.watermark ?? null]
  if (live === null || backlog === null || live <= backlog) return false
  const episodes = await condition.offlineEpisodesOf(client, lane.orgId, lane.siteId, sourceId)
  const ended = []
  for (const { id, pointNo, lastAt } of episodes) ended.push({ id, at: (await telemetry.firstLiveAfter(client, pointNo, lastAt)) ?? lastAt })
  await condition.endOfflineEpisodes(client, lane.orgId, lane.siteId, sourceId, ended)
  await telemetry.endBacklog(client, lane.orgId, sourceId)
  await takeChanges({ orgId: lane.orgId, exec: execOf(client) }, lane.siteId, episodes.map(({ id }) => ({ id, change: ['resolved'] })))
  memory.backlog = null
  return episodes.length > 0
}
