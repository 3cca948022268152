import { failureModeView } from '#server/core/assets/failure-mode.ts'
import { finiteLimit, incidentUnit } from '#server/core/condition/measure-unit.ts'
import type { Message } from '#server/core/kernel/message.ts'
import { trendEvidence, type TrendEvidence } from '#server/core/work-orders/evidence.ts'
import { FOLDED_KIND, foldedEvidence, type FoldedEvidence } from '#server/core/work-orders/folded-evidence.ts'
import type { CommandName } from '#server/core/work-orders/enums.ts'
import type { downtimeView, kitView, partsView } from './facts-view.ts'
import { labourHours } from '#server/core/work-orders/labour.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import type { ProposalName } from '#server/core/work-orders/commands.ts'
import type { SecondRecord } from '#server/core/work-orders/second-record.ts'
import type { TaskAnswer } from '#server/core/work-orders/tasks.ts'
import { suggestFindings, type Findings } from '#server/core/work-orders/suggestion.ts'
import { orderText } from '#server/core/work-orders/ticket-text.ts'
import { VERDICTS } from '#server/core/work-orders/verdict.ts'
import type { ReasonChoice } from './downtime.repo.ts'
import type { LastReading } from './meters.repo.ts'
import type { StoredOrder } from './view.repo.ts'

const iso = (time: Date | null): string | null => time?.toISOString() ?? null
type Names = ReadonlyMap<string, string>
const named = (id: string | null, names: Names) => (id === null ? null : { id, name: names.get(id) ?? '' })

/** orderOf shapes an order's own fields; times are ISO, decimals texts. */
export const orderOf = (row: StoredOrder, names: Names) => {
  const text = orderText.safeParse(row.text)
  return {
    id: row.id, number: formatNumber(row.no), provisionalNumber: row.provisionalNumber, title: row.title, description: row.description, text: text.success ? text.data : null,
    status: row.status, kind: row.kind, source: row.source, priority: row.priority, version: row.version, failureMode: row.failureMode,
    assignee: row.assignee, team: row.team, createdBy: named(row.createdBy, names), approvedBy: named(row.approvedBy, names), completedBy: named(row.completedBy, names),
    breakIn: row.breakIn, happenedOffline: row.happenedOffline, verificationRequired: row.verificationRequired, proposeClose: row.proposeClose, repairInDoubt: row.repairInDoubt,
    plannedHours: row.plannedHours?.toString() ?? null, plannedStart: iso(row.plannedStart), plannedEnd: iso(row.plannedEnd),
    dueAt: iso(row.dueAt), latestSafeAt: iso(row.latestSafeAt),
    holdReason: row.holdReason, deferral: row.deferral as { approver: string | null; reason: string; until: string; reAlarmPriority: number } | null,
    effect: row.effect, itemCode: row.itemCode, modeCode: row.modeCode, activityCode: row.activityCode, causeNote: row.causeNote,
    verdict: row.verdict, verdictNote: row.verdictNote,
    functionLostAt: iso(row.functionLostAt), workStartedAt: iso(row.workStartedAt), workFinishedAt: iso(row.workFinishedAt), returnedAt: iso(row.returnedAt),
    completedAt: iso(row.completedAt), closedAt: iso(row.closedAt), costsPostedAt: iso(row.costsPostedAt), endReason: row.endReason,
    createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString(),
  }
}

/** Units are the units of points by their number. */
type Units = ReadonlyMap<number, string>

const unitOf = ({ key, pointNo, ruleVersion }: { key: string; pointNo: number; ruleVersion: { definition: unknown } }, units: Units): string | null =>
  incidentUnit({ key, definition: ruleVersion.definition }, units.get(pointNo) ?? '')

/** incidentOf shapes the incident an order is about; null on other orders. */
export const incidentOf = ({ incident }: StoredOrder, units: Units) =>
  incident && {
    id: incident.id, state: incident.state, priority: incident.priority, openedAt: incident.openedAt.toISOString(), lastAt: incident.lastAt.toISOString(),
    resolvedAt: iso(incident.resolvedAt),
    unit: unitOf(incident, units), value: incident.value, limit: finiteLimit(incident.limit),
    peakValue: incident.peakValue, peakAt: incident.peakAt.toISOString(), gateValue: incident.gateValue,
    ruleName: incident.rule.name, ruleVersion: incident.ruleVersion.version, alarm: incident.alarm?.state ?? null,
  }

/** EvidenceView is one frozen piece of evidence; data null when it was written by an edition this one does not read. */
export interface EvidenceView {
  readonly id: string
  readonly kind: string
  readonly incidentId: string
  readonly at: string
  readonly episode: EpisodeView
  readonly data: TrendEvidence | null
}

/** EpisodeView is an episode as it is now; its evidence shows what was known when it was taken in. */
export interface EpisodeView {
  readonly state: string
  readonly priority: number
  readonly openedAt: string
  readonly lastAt: string
  readonly resolvedAt: string | null
  /** The unit (UCUM) of value, limit and peak; null where there is no number to show. */
  readonly unit: string | null
  readonly value: number
  readonly limit: number | null
  readonly peak: { readonly value: number; readonly at: string }
  readonly rule: { readonly id: string; readonly name: string; readonly version: number }
}

const episodeOf = (incident: StoredOrder['evidence'][number]['incident'], units: Units): EpisodeView => ({
  state: incident.state, priority: incident.priority,
  openedAt: incident.openedAt.toISOString(), lastAt: incident.lastAt.toISOString(), resolvedAt: iso(incident.resolvedAt),
  unit: unitOf(incident, units), value: incident.value, limit: finiteLimit(incident.limit), peak: { value: incident.peakValue, at: incident.peakAt.toISOString() },
  rule: { ...incident.rule, version: incident.ruleVersion.version },
})

/** foldedOf shapes the flood that an order carries: one list, however many first-outs it had; null when it carries none. */
export const foldedOf = (row: StoredOrder): Omit<FoldedEvidence, 'v' | 'all'> | null => {
  const floods = row.evidence.flatMap((one) => (one.kind === FOLDED_KIND ? (foldedEvidence.safeParse(one.data).data ?? []) : []))
  if (floods.length === 0) return null
  const sum = (of: (flood: FoldedEvidence) => number): number => floods.reduce((total, flood) => total + of(flood), 0)
  return {
    count: sum((flood) => flood.count), machines: sum((flood) => flood.machines), worstPriority: Math.min(...floods.map((flood) => flood.worstPriority)),
    alarms: floods.flatMap((flood) => flood.alarms),
  }
}

/** evidenceOf shapes an order's evidence, the oldest episode first. */
export const evidenceOf = (row: StoredOrder, units: Units): EvidenceView[] =>
  row.evidence.filter((one) => one.kind !== FOLDED_KIND).map((one) => {
    const data = trendEvidence.safeParse(one.data)
    return { id: one.id, kind: one.kind, incidentId: one.incidentId, at: one.at.toISOString(), episode: episodeOf(one.incident, units), data: data.success ? data.data : null }
  })

const answerOf = (answer: unknown): TaskAnswer | null => answer as TaskAnswer | null

/** pointOf is the code of the point whose meter a step asks for. */
export const pointOf = (spec: unknown): string | null => (spec as { point?: string } | null)?.point ?? null

/** tasksOf shapes an order's steps: the answer that holds, all that were given, and for a failed one the order that was filed for it. */
export const tasksOf = (row: StoredOrder, names: Names, meters: ReadonlyMap<string, LastReading>) =>
  row.tasks.map((task) => ({
    id: task.id, position: task.position, title: task.title, kind: task.kind, isolated: task.isolated,
    spec: task.spec as { min?: number; max?: number; unit?: string; choices?: string[]; point?: string },
    /** What the meter that it asks for read last; null for none. */
    lastReading: meters.get(pointOf(task.spec) ?? '') ?? null,
    answer: answerOf(task.answer), doneAt: iso(task.doneAt), doneBy: task.doneBy,
    answers: task.answers.map((given) => ({ id: given.id, at: given.at.toISOString(), by: named(given.answeredBy, names), answer: answerOf(given.answer), late: given.late })),
    /** A step that failed proposes an order; once it is filed, this is its id. */
    followUp: task.answer !== null && answerOf(task.answer)?.failed === true ? { orderId: followUpFor(row, task.id) } : null,
  }))

/** labourOf shapes who worked when, and the hours up to a time. */
export const labourOf = (row: StoredOrder, now: Date) => ({
  hours: labourHours(row.labour, now),
  entries: row.labour.map((entry) => ({
    id: entry.id, person: { id: entry.personId, name: entry.person.name }, startedAt: entry.startedAt.toISOString(), endedAt: iso(entry.endedAt), activity: entry.activity,
  })),
})

const followUpFor = (row: StoredOrder, taskId: string): string | null => {
  const raised = row.events.map((event) => event.data as { taskId?: string; linkedOrderId?: string }).find((data) => data.taskId === taskId && data.linkedOrderId !== undefined)
  return raised?.linkedOrderId ?? null
}

/** idsIn reads a list of ids from an entry of the history. */
export const idsIn = (data: unknown, field: string): string[] => {
  const value = (data as Record<string, unknown> | null)?.[field]
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []
}

const versionOf = (data: unknown): number => (data as { version?: number }).version ?? 0

/** historyOf shapes an order's history, the oldest first; what was written in the same millisecond stands by the version it made. */
export const historyOf = (row: StoredOrder, names: Names) =>
  row.events.toSorted((a, b) => a.at.getTime() - b.at.getTime() || versionOf(a.data) - versionOf(b.data)).map((event) => ({
    id: event.id, at: event.at.toISOString(), type: event.type, actor: named(event.actorId, names), fromStatus: event.fromStatus, toStatus: event.toStatus,
    data: event.data as Record<string, unknown>, mentions: idsIn(event.data, 'mentions').flatMap((id) => named(id, names) ?? []),
  }))

/**
 * choicesOf lists what the completion form offers: the class's items, modes and activities (those of the order's failure mode first),
 * and what is usually right. The verdict is never suggested.
 */
export function choicesOf({ asset, failureMode }: StoredOrder, earlier: Findings | null) {
  const modes = (asset.class?.failureModes ?? []).map((mode) =>
    ({ ...failureModeView(mode), activities: mode.activities, usual: { itemCode: mode.usualItem, activityCode: mode.usualActivity } }))
  const items = asset.class?.items ?? []
  const own = modes.find((mode) => mode.code === failureMode) ?? null
  const activities = [...new Set([...(own?.activities ?? []), ...modes.flatMap((mode) => mode.activities)])]
  return {
    items,
    modes,
    activities,
    verdicts: [...VERDICTS],
    /** The failure mode that the order names, with what follows if it waits. */
    mode: own,
    suggested: { ...suggestFindings(earlier, own?.usual ?? null, items.map((item) => item.code)), modeCode: failureMode, effect: 'averted' as const },
  }
}

/** WorkOrderView is everything an order's page shows. */
export interface WorkOrderView {
  readonly order: ReturnType<typeof orderOf>
  readonly site: { readonly id: string; readonly code: string; readonly name: string; readonly timeZone: string }
  readonly asset: {
    readonly id: string
    readonly tag: string
    readonly name: string
    readonly level: string
    readonly criticality: string
    readonly className: string | null
    readonly credit: string | null
    /** The credit for the reader's language, where it comes with the product. */
    readonly creditText: Message | null
  }
  readonly rule: { readonly id: string; readonly name: string; readonly version: number | null } | null
  readonly incident: ReturnType<typeof incidentOf>
  readonly evidence: readonly EvidenceView[]
  /** The alarms of a flood that it carries. */
  readonly folded: ReturnType<typeof foldedOf>
  readonly tasks: ReturnType<typeof tasksOf>
  readonly labour: ReturnType<typeof labourOf>
  readonly parts: ReturnType<typeof partsView>
  /** What to take along. */
  readonly kit: ReturnType<typeof kitView>
  readonly downtime: ReturnType<typeof downtimeView>
  /** The reasons for a standstill that can be given. */
  readonly downtimeReasons: readonly ReasonChoice[]
  readonly history: ReturnType<typeof historyOf>
  readonly links: readonly { readonly id: string; readonly number: string; readonly status: string; readonly relation: 'follows' | 'followed-by' | 'duplicate-of' }[]
  readonly proposals: readonly ProposalName[]
  /** Who else saw the same. */
  readonly witnesses: readonly { readonly name: string; readonly at: string; readonly note: string | null }[]
  /** What somebody else recorded of the same work, until it is decided which record holds. */
  readonly secondRecord: { readonly by: string; readonly at: string; readonly record: SecondRecord['record'] } | null
  readonly allowed: readonly CommandName[]
  readonly choices: ReturnType<typeof choicesOf>
  readonly people: readonly { readonly id: string; readonly name: string }[]
}
