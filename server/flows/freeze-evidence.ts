import { ruleDefinition } from '#server/core/condition/definition.ts'
import { finiteLimit } from '#server/core/condition/measure-unit.ts'
import { drawnLimits, EVIDENCE_BUCKETS, evidenceWindow, readRuleShape, type EvidenceAddition, type TrendEvidence } from '#server/core/work-orders/evidence.ts'
import { decimate } from '#server/core/telemetry/decimate.ts'
import type { MeasuredPoint, TicketIncident } from '#server/modules/incidents/index.ts'
import { rawSeries, readSeries } from '#server/modules/telemetry/index.ts'
import * as workOrders from '#server/modules/work-orders/index.ts'
import type { Tx } from '#server/platform/db.ts'
import { rulesOnAsset } from './rule-on-asset.ts'

type Points = TrendEvidence['trend']['points']

// Beyond this many readings the roll-ups are read instead.
const MAX_RAW = 100_000

async function seriesOf(tx: Tx, point: MeasuredPoint, from: number, to: number): Promise<Points> {
  const expected = (to - from) / Math.max(1, point.expectedIntervalMs)
  if (expected > MAX_RAW) {
    const [series] = await readSeries(tx.exec, { pointNos: [point.no], fromMs: from, toMs: to, buckets: EVIDENCE_BUCKETS })
    return (series?.points ?? []).map(([t, min, max, last]) => [t, min, max, last])
  }
  // Roll-ups may lag behind a ticket that has just opened: read what was judged.
  const raw = await rawSeries(tx.exec, point.no, from, to, MAX_RAW)
  return decimate(raw.map((row) => row.t), raw.map((row) => row.value), from, to, EVIDENCE_BUCKETS).map(([t, min, max, last]) => [t, min, max, last])
}

const named = ({ id, no, key, code, name, quantity, unit, axis }: MeasuredPoint): TrendEvidence['trend']['point'] => ({ id, no, key, code, name, quantity, unit, axis })

/** course reads the series around the moment a rule fired, as far as there are readings: the point's own and its gate's. */
async function course(tx: Tx, incident: TicketIncident, firedAt: Date, forMs: number): Promise<Pick<TrendEvidence, 'window' | 'trend' | 'gate' | 'peak'>> {
  const { from, until } = evidenceWindow(firedAt, forMs)
  // The window's end is a reading's place too.
  const [start, end] = [from.getTime(), until.getTime() + 1]
  return {
    window: { from: from.toISOString(), to: until.toISOString(), grownTo: (incident.lastAt < until ? incident.lastAt : until).toISOString() },
    trend: { point: named(incident.point), points: await seriesOf(tx, incident.point, start, end) },
    gate: incident.gate && { point: named(incident.gate), points: await seriesOf(tx, incident.gate, start, end) },
    peak: { value: incident.peakValue, at: incident.peakAt.toISOString() },
  }
}

/** limitsOf lists the limits of a rule's levels on the machine, its own in place of its class's; what was never a limit of the point's value is not drawn. */
async function limitsOf(tx: Tx, { asset, rule, point }: TicketIncident): Promise<TrendEvidence['limits']> {
  const parsed = ruleDefinition.safeParse(rule.definition)
  if (!parsed.success) return drawnLimits(rule.shape)
  const levels = await rulesOnAsset(tx, asset.id, [{ ruleId: rule.id, ruleVersionId: rule.versionId, definition: parsed.data }])
  return levels.filter((level) => level.pointNo === point.no && level.problem === null).flatMap((level) => drawnLimits(level.definition))
}

/** readEvidence gathers what is frozen on a ticket: trend, limits, rule, operating state, similar cases. */
export async function readEvidence(tx: Tx, incident: TicketIncident): Promise<TrendEvidence> {
  const { id, name, version, versionId, definition, shape } = incident.rule
  return {
    v: 1,
    asset: incident.asset,
    rule: { id, name, version, versionId, definition },
    failureMode: incident.failureMode,
    firedAt: incident.firedAt.toISOString(),
    priority: incident.episode.priority,
    value: incident.value,
    noData: incident.noData,
    limit: finiteLimit(incident.limit),
    limits: await limitsOf(tx, incident),
    gateValue: incident.gateValue,
    happenedOffline: incident.happenedOffline,
    ...(await course(tx, incident, incident.firedAt, shape.forMs)),
    similar: await workOrders.similarCases(tx, incident.asset.id, incident.failureMode),
    additions: [],
  }
}

/** addEvidence puts an episode's present state onto an order: a new episode is frozen, a known one gets a dated addition and the further course. */
export async function addEvidence(tx: Tx, orderId: string, incident: TicketIncident, reason: string): Promise<void> {
  const known = await workOrders.findTrend(tx, orderId, incident.id)
  if (!known) return workOrders.freezeTrend(tx, orderId, incident.id, incident.firedAt, await readEvidence(tx, incident))
  const addition: EvidenceAddition = {
    at: (incident.resolvedAt ?? incident.lastAt).toISOString(), reason, state: incident.episode.state, priority: incident.episode.priority,
    value: incident.value, peakValue: incident.peakValue, gateValue: incident.gateValue,
  }
  return workOrders.saveTrend(tx, orderId, incident.id, { ...(await grown(tx, known, incident)), additions: [...known.additions, addition] })
}

/** growEvidence takes the further course of a breach into the trend that is frozen on an order, up to the end of the trend's window. */
export async function growEvidence(tx: Tx, orderId: string, incident: TicketIncident): Promise<void> {
  const known = await workOrders.findTrend(tx, orderId, incident.id)
  if (known) await workOrders.saveTrend(tx, orderId, incident.id, await grown(tx, known, incident))
}

/** grown is a trend with its further course; what retention has dropped since it was frozen stays on it. */
async function grown(tx: Tx, known: TrendEvidence, incident: TicketIncident): Promise<TrendEvidence> {
  // Another point may lead the incident by now: the trend stays that of the one which opened it.
  if (known.trend.point.no !== incident.point.no) return known
  const further = await course(tx, incident, new Date(known.firedAt), readRuleShape(known.rule.definition).forMs)
  const [before, after] = [known.trend.points[0], further.trend.points[0]]
  return after !== undefined && (before === undefined || after[0] <= before[0]) ? { ...known, ...further } : known
}
