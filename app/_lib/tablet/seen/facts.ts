import { workOrderKind, workOrderSource, workOrderStatus } from '#server/core/work-orders/enums.ts'
import type { OrderFacts } from '#server/core/work-orders/order.ts'
import type { OrderFields } from '#server/core/work-orders/changes.ts'
import { completionInput, type CompletionChoices } from '#server/core/work-orders/completion.ts'
import { toPriority } from '#server/core/work-orders/priority.ts'
import type { OrderView } from '../types.ts'

const date = (text: string | null): Date | null => (text === null ? null : new Date(text))

// Times came as texts: they are read again, as the server read them.
const readRecord = (record: unknown) => completionInput.parse(record)

/** factsOf is what the transition table needs to know of an order, from its page. */
export const factsOf = ({ order, incident, secondRecord }: OrderView): OrderFacts => ({
  status: workOrderStatus.parse(order.status), kind: workOrderKind.parse(order.kind), source: workOrderSource.parse(order.source), priority: toPriority(order.priority),
  failureMode: order.failureMode,
  // Whether a failure mode is one of safety is for the server to know: it only keeps orders from being deferred, which no tablet does.
  safety: false,
  verificationRequired: order.verificationRequired, breakIn: order.breakIn, approvedBy: order.approvedBy?.id ?? null, assigneeId: order.assignee?.id ?? null,
  proposeClose: order.proposeClose, repairInDoubt: order.repairInDoubt, incidentId: incident?.id ?? null,
  functionLostAt: date(order.functionLostAt), workStartedAt: date(order.workStartedAt), workFinishedAt: date(order.workFinishedAt), returnedAt: date(order.returnedAt),
  costsPostedAt: date(order.costsPostedAt), completedAt: date(order.completedAt), closedAt: date(order.closedAt),
  secondRecord: secondRecord && { ...secondRecord, record: readRecord(secondRecord.record) },
})

/** choicesOf are the codes that an order's machine offers for the record of the work. */
export const choicesOf = ({ choices }: OrderView): CompletionChoices =>
  ({ items: choices.items.map((item) => item.code), modes: choices.modes.map((mode) => mode.code), activities: choices.activities })

/** fieldsOf are the fields of an order that people write, as they are. */
export const fieldsOf = ({ order }: OrderView): OrderFields => ({
  title: order.title, description: order.description, priority: toPriority(order.priority), dueAt: date(order.dueAt), latestSafeAt: date(order.latestSafeAt),
  plannedHours: order.plannedHours === null ? null : Number(order.plannedHours), causeNote: order.causeNote, verdictNote: order.verdictNote,
  effect: order.effect, itemCode: order.itemCode, modeCode: order.modeCode, activityCode: order.activityCode, verdict: order.verdict,
})
