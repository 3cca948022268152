import { assetStatus } from '#server/core/assets/status.ts'
import { DAY_MS, HOUR_MS } from '#server/core/kernel/time.ts'
import { moreUrgent } from '#server/core/overview/rank.ts'
import { can, requirePermission, siteScope, type Actor } from '#server/core/people/actor.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import { questionOf } from '#server/core/work-orders/questions.ts'
import { floodsNow } from '#server/modules/incidents/index.ts'
import * as overview from '#server/modules/overview/index.ts'
import * as telemetry from '#server/modules/telemetry/index.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { readBaselineQuestions } from './baseline-questions.ts'
import { ofBaseline, ofIncident, ofOverdue, ofQuestion, ofSource } from './overview-situations.ts'
import type { ChangeView, FleetLine, OverviewView, Situation } from './overview-view.ts'

const SITUATIONS = 12
const MACHINES = 200
const CHANGES = 12
const SPARK_BUCKETS = 60
const SPARK_BEFORE_MS = 2 * HOUR_MS
// What stands is shown as it is now; a question needs the whole story to be answered.
const STANDING_MS = 2 * DAY_MS
const ASKING_MS = 30 * DAY_MS

/** readOverview gathers what needs the person now: situations ranked by urgency, the fleet by line, what changed in the last 24 hours. */
export async function readOverview(actor: Actor): Promise<OverviewView> {
  requirePermission(actor, 'incident.read')
  const at = now()
  const sites = siteScope(actor, 'incident.read')
  const silent = await telemetry.lastHeard(actor.orgId)
  return withTenant(actor.orgId, async (tx) => {
    const sources = await overview.liveSources(tx, sites)
    const situations = [
      ...(await readProblems(tx, actor, sites, at)),
      ...sources.flatMap((source) => ofSource(source, silent.get(source.id) ?? null, at.getTime())),
      ...(await readBaselineQuestions(tx, siteScope(actor, 'rule.publish'))).flatMap((question) => ofBaseline(question, at.getTime())),
    ].sort(moreUrgent)
    const floods = await floodsNow(tx, sites, at)
    const fleet = await overview.machines(tx, sites, MACHINES)
    const changes = await overview.changesSince(tx, sites, new Date(at.getTime() - DAY_MS), CHANGES)
    return { now: at.toISOString(), situations, floods, fleet: byLine(fleet, at.getTime()), changes: changes.map(ofChange) }
  })
}

/** readProblems lists open incidents, orders that ask something of the actor, and orders past their date; an order that stands in several of them is told once. */
async function readProblems(tx: Tx, actor: Actor, sites: overview.Sites, at: Date): Promise<Situation[]> {
  const nowMs = at.getTime()
  const reach = { approve: siteScope(actor, 'work-order.approve'), verify: siteScope(actor, 'work-order.verify'), close: siteScope(actor, 'work-order.close') }
  const incidents = await overview.openIncidents(tx, sites, SITUATIONS)
  const asking = (await overview.askingOrders(tx, reach, at, SITUATIONS)).flatMap((order) => {
    const question = questionOf(order, at, (permission) => can(actor, permission, order.siteId))
    return question === null ? [] : [{ order, question }]
  })
  const ofIncidents = new Set(incidents.map((incident) => incident.orderId))
  const alone = asking.filter(({ order }) => !ofIncidents.has(order.id))
  const told = new Set([...ofIncidents, ...asking.map(({ order }) => order.id)])
  const overdue = (await overview.overdueOrders(tx, sites, at, SITUATIONS)).filter((order) => !told.has(order.id))
  return [
    ...(await each(incidents, async (row) => ofIncident(row, await readSpark(tx, row, nowMs, STANDING_MS), asking.find(({ order }) => order.id === row.orderId), nowMs))),
    ...(await each(alone, async ({ order, question }) => ofQuestion(order, question, await readSpark(tx, order, nowMs, ASKING_MS), nowMs))),
    ...overdue.map(ofOverdue),
  ]
}

// One connection serves the transaction: what it is asked comes one after the other.
async function each<Row, Made>(rows: readonly Row[], make: (row: Row) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = []
  for (const row of rows) made.push(await make(row))
  return made
}

/** readSpark reads the course of the point that an episode is about, from its beginning, at most so long (ms); none where there is no episode. */
async function readSpark(
  tx: Tx, { pointNo, openedAt }: { readonly pointNo: number | null; readonly openedAt: Date | null }, nowMs: number, longestMs: number,
): Promise<Situation['spark']> {
  if (pointNo === null || openedAt === null) return []
  // A replayed machine's story ends where its data ends, not now.
  const [latest] = await telemetry.latestReadings(tx.exec, [pointNo])
  const toMs = Math.min(nowMs, (latest?.t ?? nowMs) + 1)
  const fromMs = Math.max(openedAt.getTime() - SPARK_BEFORE_MS, toMs - longestMs)
  const [series] = await telemetry.readSeries(tx.exec, { pointNos: [pointNo], fromMs: Math.min(fromMs, toMs - HOUR_MS), toMs, buckets: SPARK_BUCKETS })
  return (series?.points ?? []).map(([t, , , last]) => [t, last])
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
        status: assetStatus({ ...machine, points }),
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
