import { createEngine } from '#server/core/condition/engine.ts'
import { NO_PAUSES } from '#server/core/condition/pauses.ts'
import { unpackWaiting } from '#server/core/telemetry/waiting.ts'
import type { SystemClient } from '#server/platform/db.ts'
import * as condition from '#server/modules/condition/index.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import { compileRules } from './compile-rules.ts'
import type { LaneMemory } from './lane-memory.ts'
import { loadLearning } from './learning.ts'
import { recentValues } from './recent-values.ts'
import { openShadow, shadowed } from './shadow-track.ts'
import { storedStates } from './stored-states.ts'

/** loadLane builds the lane's memory from the database: rules, states, open incidents, sources, and the newest judged values. */
export async function loadLane(client: SystemClient, lane: telemetry.LockedLane, tenant: telemetry.LaneTenant): Promise<LaneMemory> {
  const pointList = await telemetry.loadSitePoints(client, lane.orgId, lane.siteId)
  const points = new Map(pointList.map((point) => [point.no, point]))
  const judged = Map.groupBy(await condition.loadJudgedRules(client, lane.orgId), (rule) => rule.track)
  const plant = {
    points: pointList,
    assets: await condition.loadRuleAssets(client, lane.orgId, lane.siteId, tenant.timeZone),
    safetyModes: await condition.loadSafetyModes(client, lane.orgId),
  }
  const rules = compileRules(judged.get('live') ?? [], plant)
  const watched = shadowed(compileRules(judged.get('shadow') ?? [], plant))
  const sources = await telemetry.loadSources(client, lane)
  const standing = sources.map((source) => ({ ...source, waiting: unpackWaiting(source.waiting), pauses: source.pauses ?? NO_PAUSES }))
  const past = {
    maintenance: await condition.loadMaintenance(client, lane.orgId, lane.siteId),
    sources: standing,
    last: await recentValues(client, [...rules, ...watched], standing.flatMap((source) => source.waiting), points),
  }
  const engine = createEngine({
    ...past, rules, ...(await loadLearning(client, lane, 'live', rules, standing, points)),
    states: await storedStates(client, lane, 'live', rules),
    incidents: await condition.loadOpenIncidents(client, lane.orgId, lane.siteId, 'live'),
  })
  return {
    version: lane.version,
    configVersion: tenant.configVersion,
    orgNo: tenant.orgNo,
    engine,
    shadow: await openShadow(client, lane, watched, { ...past, ...(await loadLearning(client, lane, 'shadow', watched, standing, points)) }),
    backlog: null,
    rules,
    points,
    assets: plant.assets,
    checks: await condition.loadOpenChecks(client, lane.orgId, lane.siteId),
    sources: new Map(sources.map((source) => [source.sourceId, source])),
    progress: new Map(standing.map((source) => [source.sourceId, source])),
    heard: new Map(sources.flatMap((s) => (s.lastSeenMs === null ? [] : [[s.sourceId, { atMs: s.lastSeenMs, gapMs: s.batchGapMs }] as const]))),
    lastLiveMs: 0,
    signalsSavedMs: lane.nowMs,
  }
}
