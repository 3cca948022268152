import { compileForAsset } from '#server/core/condition/compile.ts'
import { ruleDefinition } from '#server/core/condition/definition.ts'
import { createEngine } from '#server/core/condition/engine.ts'
import { ruleState } from '#server/core/condition/state.ts'
import type { CompiledRule, Engine, SourceEffect } from '#server/core/condition/types.ts'
import { unpackWaiting } from '#server/core/telemetry/waiting.ts'
import type { SystemClient } from '#server/platform/db.ts'
import { log } from '#server/platform/log.ts'
import * as condition from '#server/modules/condition/index.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'

/** LaneMemory is a worker's copy of what a lane is judged by; the lane's version tells whether it is still true. */
export interface LaneMemory {
  version: string
  readonly configVersion: number
  readonly orgNo: number
  readonly engine: Engine
  readonly points: ReadonlyMap<number, telemetry.PointMeta>
  readonly sources: ReadonlyMap<string, telemetry.StoredSource>
  /** Where each source stands in event time. */
  readonly progress: Map<string, SourceEffect>
  /** Newest time a source was heard, and its largest recent gap between batches (ms). */
  readonly heard: Map<string, { atMs: number; gapMs: number }>
  lastLiveMs: number
}

/** GATE_HISTORY is how many recent values of a gate point are kept, for values of another source that come a little later. */
const GATE_HISTORY = 64

function compile(rules: readonly condition.PublishedRule[], points: readonly telemetry.PointMeta[]): CompiledRule[] {
  const byAsset = [...Map.groupBy(points, (point) => point.assetId).values()]
  return rules.flatMap((rule) => {
    const parsed = ruleDefinition.safeParse(rule.definition)
    if (!parsed.success) {
      log.error({ ruleId: rule.ruleId, problems: parsed.error.message }, 'a published rule cannot be read and is not judged')
      return []
    }
    const concerned = byAsset.filter(([point]) => (rule.assetId === null ? point?.classId !== null && point?.classId === rule.classId : point?.assetId === rule.assetId))
    return concerned.flatMap((own) =>
      compileForAsset({ ruleId: rule.ruleId, ruleVersionId: rule.ruleVersionId, definition: parsed.data }, own),
    )
  })
}

async function recentValues(client: SystemClient, rules: readonly CompiledRule[], sources: readonly telemetry.StoredSource[], points: ReadonlyMap<number, telemetry.PointMeta>) {
  const gates = new Set(rules.flatMap((rule) => (rule.gatePointNo === null ? [] : [rule.gatePointNo])))
  const judged = new Set(rules.map((rule) => rule.pointNo))
  const waiting = sources.flatMap((source) => unpackWaiting(source.waiting))
  const waits = new Set(waiting.map((reading) => `${reading.pointNo}@${reading.t}`))
  const spare = Math.max(0, ...[...Map.groupBy(waiting, (reading) => reading.pointNo).values()].map((list) => list.length))
  const read = async (nos: Set<number>, count: number) => {
    const rows = (await telemetry.recentJudged(client, [...nos], Number.MAX_SAFE_INTEGER / 1e4, count + spare)).filter((row) => !waits.has(`${row.pointNo}@${row.t}`))
    return Map.groupBy(rows, (row) => row.pointNo)
  }
  const warm = new Map<number, number>()
  for (const rule of rules)
    if (rule.definition.warmupMs) warm.set(rule.pointNo, Math.max(warm.get(rule.pointNo) ?? 0, rule.definition.warmupMs))
  const newest = await read(judged.difference(gates), 1)
  const ofGates = await read(gates, GATE_HISTORY)
  const last = []
  for (const pointNo of judged.union(gates)) {
    const recent = (gates.has(pointNo) ? ofGates : newest).get(pointNo) ?? []
    const kept = gates.has(pointNo) ? recent.slice(-GATE_HISTORY) : recent.slice(-1)
    const meta = points.get(pointNo)
    const warmupMs = warm.get(pointNo)
    const runningSince = warmupMs === undefined || !meta ? null : await telemetry.runningSince(client, pointNo, kept.at(-1)?.t ?? 0, warmupMs, meta.stalenessMs)
    last.push({ pointNo, sourceId: meta?.sourceId ?? null, recent: kept.map(({ t, value }) => ({ t, value })), runningSince })
  }
  // Points without a rule are named too, so that it is noticed when another source begins to feed them.
  const unjudged = [...points.values()].filter((point) => !judged.has(point.no) && !gates.has(point.no))
  return [...last, ...unjudged.map((point) => ({ pointNo: point.no, sourceId: point.sourceId, recent: [], runningSince: null }))]
}

/** loadLane builds the lane's memory from the database: rules, states, open incidents, sources, and the newest judged values. */
export async function loadLane(client: SystemClient, lane: telemetry.LockedLane, tenant: telemetry.LaneTenant): Promise<LaneMemory> {
  const pointList = await telemetry.loadSitePoints(client, lane.orgId, lane.siteId)
  const points = new Map(pointList.map((point) => [point.no, point]))
  const rules = compile(await condition.loadPublishedRules(client, lane.orgId), pointList)
  const sources = await telemetry.loadSources(client, lane)
  const states = (await condition.loadRuleStates(client, lane.orgId, lane.no, 'live')).flatMap((stored) => {
    const state = ruleState.safeParse(stored.state)
    return state.success ? [{ ...stored, state: state.data }] : []
  })
  const standing = sources.map((source) => ({ ...source, waiting: unpackWaiting(source.waiting) }))
  const engine = createEngine({
    rules,
    states,
    incidents: await condition.loadOpenIncidents(client, lane.orgId, lane.siteId),
    maintenance: await condition.loadMaintenance(client, lane.orgId, lane.siteId),
    sources: standing,
    last: await recentValues(client, rules, sources, points),
  })
  return {
    version: lane.version,
    configVersion: tenant.configVersion,
    orgNo: tenant.orgNo,
    engine,
    points,
    sources: new Map(sources.map((source) => [source.sourceId, source])),
    progress: new Map(standing.map((source) => [source.sourceId, source])),
    heard: new Map(sources.flatMap((s) => (s.lastSeenMs === null ? [] : [[s.sourceId, { atMs: s.lastSeenMs, gapMs: s.batchGapMs }] as const]))),
    lastLiveMs: 0,
  }
}
