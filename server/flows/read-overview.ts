import { assetStatus } from '#server/core/assets/status.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#server/core/kernel/time.ts'
import { requirePermission, siteScope, type Actor } from '#server/core/people/actor.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import * as overview from '#server/modules/overview/index.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import type { ChangeView, FleetLine, OverviewView, Situation } from './overview-view.ts'

const SITUATIONS = 12
const MACHINES = 200
const CHANGES = 12
const SPARK_BUCKETS = 60
const SPARK_BEFORE_MS = 2 * HOUR_MS
const SILENT_MS = 5 * MINUTE_MS

/** readOverview gathers what needs the person now: situations ranked by urgency, the fleet by line, what changed in the last 24 hours. */
export async function readOverview(actor: Actor): Promise<OverviewView> {
  requirePermission(actor, 'incident.read')
  const at = now()
  const sites = siteScope(actor, 'incident.read')
  const silent = await telemetry.lastHeard(actor.orgId)
  return withTenant(actor.orgId, async (tx) => {
    const incidents = await overview.openIncidents(tx, sites, SITUATIONS)
    const overdue = await overview.overdueOrders(tx, sites, at, SITUATIONS)
    const sources = await overview.liveSources(tx, sites)
    const sparks = await readSparks(tx, incidents, at.getTime())
    const situations = [
      ...incidents.map((row) => ofIncident(row, sparks.get(row.id) ?? [], at.getTime())),
      ...overdue.map(ofOverdue),
      ...sources.flatMap((source) => ofSource(source, silent.get(source.id) ?? null, at.getTime())),
    ].sort((a, b) => a.priority - b.priority)
    const fleet = await overview.machines(tx, sites, MACHINES)
    const changes = await overview.changesSince(tx, sites, new Date(at.getTime() - DAY_MS), CHANGES)
    return { now: at.toISOString(), situations, fleet: byLine(fleet, at.getTime()), changes: changes.map(ofChange) }
  })
}

async function readSparks(tx: Tx, incidents: readonly overview.IncidentRow[], nowMs: number): Promise<Map<string, Situation['spark']>> {
  const sparks = new Map<string, Situation['spark']>()
  for (const incident of incidents) {
    // A replayed machine's story ends where its data ends, not now.
    const [latest] = await telemetry.latestReadings(tx.exec, [incident.pointNo])
    const toMs = Math.min(nowMs, (latest?.t ?? nowMs) + 1)
    const fromMs = Math.max(incident.openedAt.getTime() - SPARK_BEFORE_MS, toMs - 2 * DAY_MS)
    const [series] = await telemetry.readSeries(tx.exec, { pointNos: [incident.pointNo], fromMs: Math.min(fromMs, toMs - HOUR_MS), toMs, buckets: SPARK_BUCKETS })
    sparks.set(incident.id, (series?.points ?? []).map(([t, , , last]) => [t, last]))
  }
  return sparks
}

function ofIncident(row: overview.IncidentRow, spark: Situation['spark'], nowMs: number): Situation {
  const newest = spark.at(-1)
  return {
    kind: 'incident',
    id: row.id,
    priority: row.priority,
    acknowledged: row.acknowledged,
    assetId: row.assetId,
    assetTag: row.assetTag,
    assetName: row.assetName,
    criticality: row.criticality,
    line: row.line,
    failureMode: row.modeCode === null ? null : { code: row.modeCode, name: row.modeName ?? row.modeCode },
    consequence: row.consequence,
    since: row.openedAt.toISOString(),
    value: newest ? { value: newest[1], unit: row.unit, ageMs: Math.max(0, nowMs - newest[0]) } : null,
    limit: row.limit,
    spark,
    order:
      row.orderId === null || row.orderNo === null || row.orderStatus === null
        ? null
        : { id: row.orderId, number: formatNumber(row.orderNo), status: row.orderStatus, assignee: row.assigneeName },
  }
}

const ofOverdue = (row: overview.OverdueRow): Situation => ({
  kind: 'order',
  id: row.id,
  priority: row.priority,
  acknowledged: false,
  assetId: row.assetId,
  assetTag: row.assetTag,
  assetName: row.assetName,
  criticality: row.criticality,
  line: row.line,
  failureMode: null,
  consequence: null,
  since: row.dueAt.toISOString(),
  value: null,
  limit: null,
  spark: [],
  order: { id: row.id, number: formatNumber(row.no), status: row.status, assignee: row.assigneeName },
})

// Silence is not health: a live source that stops sending is a situation of its own.
function ofSource(source: { id: string; name: string }, lastHeardMs: number | null, nowMs: number): Situation[] {
  if (lastHeardMs === null || nowMs - lastHeardMs < SILENT_MS) return []
  return [{
    kind: 'source', id: source.id, priority: 3, acknowledged: false, assetId: '', assetTag: source.name, assetName: '', criticality: '', line: null, failureMode: null, consequence: null, since: new Date(lastHeardMs).toISOString(),
    value: null, limit: null, spark: [], order: null,
  }]
}

function byLine(machines: readonly overview.MachineRow[], nowMs: number): FleetLine[] {
  const lines = Map.groupBy(machines, (machine) => machine.line)
  return [...lines].map(([line, own]) => ({
    line,
    assets: own.map((machine) => {
      const points = machine.latest.map((t, i) => ({ ageMs: t === null ? null : Math.max(0, nowMs - t), stalenessMs: machine.stalenessMs[i] ?? 0 }))
      const first = machine.latest[0] ?? null
      const value = machine.values[0] ?? null
      return {
        id: machine.id,
        tag: machine.tag,
        name: machine.name,
        status: assetStatus({ outOfUse: machine.outOfUse, inMaintenance: machine.inMaintenance, worstPriority: machine.worstPriority, points }),
        priority: machine.worstPriority,
        acknowledged: machine.acknowledged,
        value: first === null || value === null ? null : { value, unit: machine.units[0] ?? '', ageMs: Math.max(0, nowMs - first) },
      }
    }),
  }))
}

function ofChange(row: overview.ChangeRow): ChangeView {
  const order = row.orderId === null || row.orderNo === null ? null : { id: row.orderId, number: formatNumber(row.orderNo) }
  return {
    at: row.at.toISOString(),
    kind: row.kind,
    text: {
      key: row.kind === 'order' ? `order.${row.detail ?? 'changed'}` : `incident.${row.kind}`,
      params: { asset: row.assetTag, number: order?.number ?? null, mode: row.kind === 'order' ? null : row.detail, actor: row.actor },
    },
    href: order ? `/work-orders/${order.number}` : `/assets/${row.assetId}`,
  }
}
