import { failureModeView, type FailureModeView } from '#server/core/assets/failure-mode.ts'
import { incidentUnit, judgesPoint, measureOf } from '#server/core/condition/measure-unit.ts'
import { MINUTE_MS } from '#server/core/kernel/time.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import { isSettled, type Question } from '#server/core/work-orders/questions.ts'
import { incidentKind } from '#server/core/work-orders/ticket-kind.ts'
import { orderText } from '#server/core/work-orders/ticket-text.ts'
import type { AskingOrder, IncidentRow, OverdueRow } from '#server/modules/overview/index.ts'
import type { BaselineQuestion } from './baseline-questions.ts'
import type { Situation, SituationOrder } from './overview-view.ts'

const SILENT_MS = 5 * MINUTE_MS
const SILENT_PRIORITY = 3

type Spark = Situation['spark']
type OrderWords = Pick<SituationOrder, 'title' | 'text'>

const iso = (time: Date | null): string | null => time?.toISOString() ?? null
const wordsOf = (title: string, text: unknown): OrderWords => ({ title, text: orderText.safeParse(text).data ?? null })
const modeOf = (row: Pick<IncidentRow, 'modeCode' | 'modeName' | 'consequence' | 'modeText'>): FailureModeView | null =>
  row.modeCode === null ? null : failureModeView({ code: row.modeCode, name: row.modeName ?? row.modeCode, consequence: row.consequence, text: row.modeText })

// The furthest that it went tells the side, also when the value is well again.
const sideOf = ({ peakValue, limit }: { readonly peakValue: number | null; readonly limit: number | null }): Situation['direction'] =>
  peakValue !== null && limit !== null && peakValue < limit ? 'below' : 'above'

/** newestOf is the newest value of a course, with its unit and age. */
function newestOf(spark: Spark, unit: string | null, nowMs: number): Situation['value'] {
  const newest = spark.at(-1)
  return newest === undefined || unit === null ? null : { value: newest[1], unit, ageMs: Math.max(0, nowMs - newest[0]) }
}

interface Episode {
  readonly key: string | null
  readonly definition: unknown
  readonly unit: string | null
  readonly limit: number | null
  readonly peakValue: number | null
  readonly lastAt: Date | null
}

/**
 * figuresOf is the number behind an episode: the point's newest value against its limit where the rule judges that, else how far what it judges went;
 * where it answers a question, the newest value alone.
 */
function figuresOf(row: Episode, spark: Spark, nowMs: number): Pick<Situation, 'found' | 'value' | 'limit' | 'limitOfPoint'> {
  const newest = newestOf(spark, row.unit, nowMs)
  if (row.key === null || row.unit === null || row.lastAt === null || row.peakValue === null) return { found: null, value: newest, limit: null, limitOfPoint: false }
  const incident = { key: row.key, definition: row.definition }
  const found = incidentKind(incident, sideOf(row) === 'below')
  const unit = incidentUnit(incident, row.unit)
  if (unit === null) return { found, value: newest, limit: null, limitOfPoint: false }
  if (judgesPoint({ measure: measureOf(row.definition) })) return { found, value: newest, limit: spark.length === 0 ? null : row.limit, limitOfPoint: true }
  return { found, value: { value: row.peakValue, unit, ageMs: Math.max(0, nowMs - row.lastAt.getTime()) }, limit: row.limit, limitOfPoint: false }
}

/** ofIncident is an open incident with its order; where that order asks something that the incident does not say, it asks it here. */
export const ofIncident = (row: IncidentRow, spark: Spark, asked: { readonly order: AskingOrder; readonly question: Question } | undefined, nowMs: number): Situation => ({
  kind: 'incident', id: row.id, priority: row.priority, acknowledged: row.acknowledged, question: asked?.question ?? null, settled: false,
  assetId: row.assetId, assetTag: row.assetTag, assetName: row.assetName, criticality: row.criticality, line: row.line, failureMode: modeOf(row),
  since: row.openedAt.toISOString(), ...figuresOf(row, spark, nowMs), direction: sideOf(row), spark,
  order: row.orderId === null || row.orderNo === null || row.orderStatus === null
    ? null
    : {
        id: row.orderId, number: formatNumber(row.orderNo), status: row.orderStatus, assignee: row.assigneeName, dueAt: iso(row.dueAt), ...wordsOf(row.orderTitle ?? '', row.orderText),
        createdBy: asked?.order.createdByName ?? null, completedBy: asked?.order.completedByName ?? null,
      },
  baseline: null,
})

/** askedSince is when the answer to a question began to be missing. */
function askedSince(order: AskingOrder, question: Question): Date {
  switch (question) {
    case 'approve': return order.createdAt
    case 'approve-late': return order.workStartedAt ?? order.createdAt
    case 'close': return order.resolvedAt ?? order.createdAt
    case 'repair-did-not-hold': return order.openedAt ?? order.completedAt ?? order.createdAt
    case 'return-to-service': return order.workFinishedAt ?? order.createdAt
    case 'verify': case 'finish': return order.completedAt ?? order.createdAt
  }
}

/** ofQuestion is an order that only waits for an answer. */
export const ofQuestion = (order: AskingOrder, question: Question, spark: Spark, nowMs: number): Situation => ({
  kind: 'order', id: order.id, priority: order.priority, acknowledged: true, question, settled: isSettled(question),
  assetId: order.assetId, assetTag: order.assetTag, assetName: order.assetName, criticality: order.criticality, line: order.line, failureMode: modeOf(order),
  since: askedSince(order, question).toISOString(), ...figuresOf(order, spark, nowMs), direction: sideOf(order), spark,
  order: {
    id: order.id, number: formatNumber(order.no), status: order.status, assignee: order.assigneeName, dueAt: iso(order.dueAt), ...wordsOf(order.title, order.text),
    createdBy: order.createdByName, completedBy: order.completedByName,
  },
  baseline: null,
})

/** ofOverdue is an order whose date has passed while nothing else about it needs anybody. */
export const ofOverdue = (row: OverdueRow): Situation => ({
  kind: 'order', id: row.id, priority: row.priority, acknowledged: true, question: null, settled: false,
  assetId: row.assetId, assetTag: row.assetTag, assetName: row.assetName, criticality: row.criticality, line: row.line, failureMode: null,
  since: row.dueAt.toISOString(), found: null, value: null, limit: null, limitOfPoint: false, direction: 'above', spark: [],
  order: {
    id: row.id, number: formatNumber(row.no), status: row.status, assignee: row.assigneeName, dueAt: row.dueAt.toISOString(), ...wordsOf(row.title, row.text),
    createdBy: null, completedBy: null,
  },
  baseline: null,
})

/** ofSource is a live source that stopped sending: silence is not health. Nothing while it is heard of, or never was. */
export function ofSource(source: { readonly id: string; readonly name: string }, lastHeardMs: number | null, nowMs: number): Situation[] {
  if (lastHeardMs === null || nowMs - lastHeardMs < SILENT_MS) return []
  return [{
    kind: 'source', id: source.id, priority: SILENT_PRIORITY, acknowledged: false, question: null, settled: false, assetId: '', assetTag: source.name, assetName: '',
    criticality: '', line: null, failureMode: null, since: new Date(lastHeardMs).toISOString(), found: null, value: null, limit: null, limitOfPoint: false, direction: 'above',
    spark: [], order: null, baseline: null,
  }]
}

const BASELINE_PRIORITY = 4

/** ofBaseline is a new baseline that waits for a person's decision: a quiet question, for the old one goes on judging. */
export function ofBaseline({ id, learntAt, machine, findings, activity, item, order }: BaselineQuestion, nowMs: number): Situation[] {
  const [found] = findings
  if (found === undefined) return []
  const { finding, was, is, unit } = found
  return [{
    kind: 'baseline', id, priority: BASELINE_PRIORITY, acknowledged: true, question: null, settled: true, ...machine, failureMode: null, since: learntAt, found: null,
    value: { value: is, unit, ageMs: Math.max(0, nowMs - Date.parse(learntAt)) }, limit: null, limitOfPoint: false, direction: 'above', spark: [], order: null,
    baseline: { finding, was, activity, item, order },
  }]
}
