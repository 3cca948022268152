import { AppError } from '../kernel/errors.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { PayloadOf } from './commands.ts'
import { checkCompletion, type CompletionChoices, type CompletionInput, type CompletionRecord } from './completion.ts'
import { checkStandstill } from './downtime.ts'
import type { CommandName, WorkOrderStatus } from './enums.ts'
import { checkSpan, spanOf, type Span } from './labour.ts'
import { mergeFields, type EditableFields, type Merge } from './merge.ts'
import { orderSentence, type OrderSentence } from './order-sentences.ts'
import type { OrderFacts, OrderPatch } from './order.ts'
import { stepUp } from './priority.ts'
import { openProposals } from './proposals.ts'
import { contradicts, type Recorded } from './second-record.ts'
import { staysWithMachine } from './stays-with-machine.ts'
import type { OrderEffect } from './transitions.ts'
import type { Safeguard } from './safeguards.ts'
import { needsVerdict } from './verdict.ts'

/** OrderFields are the fields of an order that people write: those that can be edited, and what is recorded of the fault. */
export type OrderFields = EditableFields & Recorded

/** Situation is who acts, when, and what the asset's class offers for the completion record. */
export interface Situation {
  readonly now: Date
  /** null when the system acts. */
  readonly personId: string | null
  readonly choices: CompletionChoices
  /** What keeps the machine from being returned to service; none where nobody asked. */
  readonly safeguards?: readonly Safeguard[]
  /** The order's fields that can be edited, as they are. */
  readonly fields: OrderFields
}

/** Change is what one command does to an order beside its status. */
export interface Change {
  readonly patch: OrderPatch
  /** What the history keeps of it. */
  readonly data: Readonly<Record<string, unknown>>
  /** Only an answered proposal leads elsewhere than the table's row says. */
  readonly to?: WorkOrderStatus
  readonly effects?: readonly OrderEffect[]
}

type Maker<Name extends CommandName> = (order: OrderFacts, payload: PayloadOf<Name>, at: Situation) => Result<Change, AppError>

const change = (patch: OrderPatch, data: Readonly<Record<string, unknown>> = {}): Result<Change, AppError> => ok({ patch, data })
const invalid = (field: string, says: OrderSentence): Result<never, AppError> => err(new AppError('invalid', orderSentence(says), { field }))

/** EMPTY_RECORD is a completion record before anything was said. */
const EMPTY_RECORD = {
  effect: null, itemCode: null, modeCode: null, activityCode: null, causeNote: null, verdict: null, verdictNote: null,
  functionLostAt: null, workStartedAt: null, workFinishedAt: null, returnedAt: null,
} satisfies { [Field in keyof CompletionRecord]: null }

const completed = (record: CompletionRecord, at: Situation): OrderPatch =>
  ({ ...record, completedBy: at.personId, completedAt: at.now, holdReason: null, proposeClose: false })

function complete(order: OrderFacts, payload: CompletionInput, at: Situation): Result<Change, AppError> {
  const checked = checkCompletion(order, payload, at.choices, at.now)
  return checked.ok ? change(completed(checked.value, at), { ...checked.value }) : checked
}

function close(order: OrderFacts, payload: CompletionInput, at: Situation): Result<Change, AppError> {
  if (order.status !== 'in_progress') return change({ closedAt: at.now, repairInDoubt: false })
  const done = complete(order, payload, at)
  return done.ok ? change({ ...done.value.patch, closedAt: at.now }, done.value.data) : done
}

const reopened = (reason: string, order: OrderFacts): Result<Change, AppError> =>
  change(
    { ...EMPTY_RECORD, completedBy: null, completedAt: null, closedAt: null, repairInDoubt: false, proposeClose: false },
    { reason, workStartedAt: order.workStartedAt, workFinishedAt: order.workFinishedAt },
  )

function answerProposal(order: OrderFacts, payload: PayloadOf<'acceptProposal'>, at: Situation): Result<Change, AppError> {
  const { proposal, accept } = payload
  if (!openProposals(order).includes(proposal)) return err(new AppError('illegal-transition', orderSentence('not-proposed'), { proposal }))
  const data = { proposal, accept, incidentId: order.incidentId }
  switch (proposal) {
    case 'close':
      if (!accept) return change({ proposeClose: false }, data)
      if (needsVerdict(order) && !payload.verdict) return invalid('verdict', 'verdict')
      return ok({
        patch: { proposeClose: false, closedAt: at.now, verdict: payload.verdict ?? null, verdictNote: payload.verdictNote ?? null },
        data: { ...data, verdict: payload.verdict ?? null }, to: 'closed', effects: ['acknowledge-alarm', 'look-again'],
      })
    case 'repair-did-not-hold': {
      if (!accept) return change({ repairInDoubt: false }, data)
      const again = reopened('repair-did-not-hold', order)
      return again.ok ? ok({ ...again.value, data: { ...again.value.data, ...data }, to: 'approved' }) : again
    }
    case 'return-to-service': {
      if (!accept) return invalid('accept', 'stays-out')
      const returnedAt = payload.returnedAt ?? at.now
      if (order.workFinishedAt && returnedAt < order.workFinishedAt) return invalid('returnedAt', 'return-after-work')
      return change({ returnedAt }, { ...data, returnedAt })
    }
  }
}

/** edited is an edit that was merged; words of a person take the place of what the system wrote. */
const edited = ({ patch, clashes }: Merge): Result<Change, AppError> =>
  change(
    { ...patch, ...(patch.title !== undefined || patch.description !== undefined ? { text: null } : {}) },
    { changed: patch, ...(clashes.length > 0 ? { review: { kind: 'clash', clashes } } : {}) },
  )

function settled(order: OrderFacts, { take, note }: PayloadOf<'settleRecord'>, at: Situation): Result<Change, AppError> {
  const second = order.secondRecord
  const data = { take, note, second }
  if (take === 'first' || second === null) return change({ secondRecord: null }, data)
  if (order.status === 'cancelled' || order.status === 'rejected') return err(new AppError('illegal-transition', orderSentence('cancelled-stays')))
  const checked = checkCompletion(order, second.record, at.choices, at.now)
  // Whether the machine is back in service is asked for on its own, with its locks.
  return checked.ok ? change({ ...checked.value, returnedAt: order.returnedAt, completedBy: second.by, secondRecord: null }, data) : checked
}

interface Named { readonly partId?: string | undefined; readonly description?: string | undefined }
const namesPart = ({ partId, description }: Named): boolean => partId !== undefined || description !== undefined

const worked = (span: Result<Span, AppError>, activity: string | undefined): Result<Change, AppError> => (span.ok ? change({}, { ...span.value, activity }) : span)

/** recordAgain keeps what somebody recorded of work that was over already: all of it in the history, and where it says something else, a question to whoever verifies. */
export function recordAgain(order: OrderFacts, input: CompletionInput, at: Situation): Change {
  const asks = order.status === 'cancelled' || order.status === 'rejected' || contradicts(at.fields, input)
  return {
    patch: asks ? { secondRecord: { by: at.personId, at: at.now.toISOString(), record: input } } : {},
    data: { ...input, late: true, ...(asks ? { review: { kind: 'second-record' } } : {}) },
  }
}

/** CHANGES is what each command does beside the status; expected errors name the field at fault in their facts. */
export const CHANGES: { readonly [Name in CommandName]: Maker<Name> } = {
  approve: (_, { note }, at) => change({ approvedBy: at.personId }, { note }),
  reject: (_, { reason }, at) => change({ endReason: reason, closedAt: at.now }, { reason }),
  plan: (_, payload) =>
    change(Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined)), { ...payload }),
  schedule: (_, { plannedStart, plannedEnd, assigneeId }) =>
    plannedEnd <= plannedStart
      ? invalid('plannedEnd', 'planned-end')
      : change({ plannedStart, plannedEnd, ...(assigneeId === undefined ? {} : { assigneeId }) }, { plannedStart, plannedEnd, assigneeId }),
  assign: (order, { assigneeId, teamId }) =>
    change({ assigneeId, ...(teamId === undefined ? {} : { teamId }) }, { assigneeId, teamId, before: order.assigneeId }),
  start: (order, _, at) => {
    const breakIn = order.status !== 'scheduled'
    return change(
      { workStartedAt: order.workStartedAt ?? at.now, breakIn: order.breakIn || breakIn, assigneeId: order.assigneeId ?? at.personId, proposeClose: false, deferral: null },
      { breakIn },
    )
  },
  hold: (_, { reason, note }) => change({ holdReason: reason }, { reason, note }),
  resume: (_, { note }) => change({ holdReason: null }, { note }),
  joinTimer: () => change({}),
  stopTimer: (_, { note }) => change({}, { note }),
  complete,
  verify: (_, { note }) => change({}, { note }),
  close,
  cancel: (_, { reason, duplicateOf }, at) => change({ endReason: reason, duplicateOf: duplicateOf ?? null, closedAt: at.now, holdReason: null }, { reason, duplicateOf }),
  reopen: (order, { reason }) => reopened(reason, order),
  defer: (order, { reason, until, reAlarmPriority }, at) =>
    until <= at.now
      ? invalid('until', 'until-future')
      : change(
          { deferral: { approver: at.personId, reason, until: until.toISOString(), reAlarmPriority: reAlarmPriority ?? stepUp(order.priority) } },
          { reason, until, reAlarmPriority: reAlarmPriority ?? stepUp(order.priority) },
        ),
  comment: (_, { text }) => change({}, { text }),
  attach: (_, payload) => change({}, { ...payload }),
  detach: (_, payload) => change({}, { ...payload }),
  edit: (_, { changes }, at) => edited(mergeFields(at.fields, changes)),
  // An order about an incident stays with its machine: what was found elsewhere is an emergency of its own.
  moveAsset: (order, { assetId }) => (staysWithMachine(order) ? change({}, { assetId, asNewOrder: true }) : change({ assetId }, { assetId })),
  meToo: (_, { note }) => change({}, { note }),
  carryRest: (order, { title: _title, ...payload }, at) => complete(order, payload, at),
  answerRest: () => change({}),
  raiseFollowUp: (_, { taskId }) => change({}, { taskId }),
  settleRecord: settled,
  answerTask: (_, { taskId, answer, note }) => change({}, { taskId, answer, note }),
  acceptProposal: answerProposal,
  planPart: (_, payload) => (namesPart(payload) || payload.plannedPartId !== undefined ? change({}, payload) : invalid('partId', 'which-part')),
  usePart: (_, payload) => (namesPart(payload) || payload.fromKit !== undefined ? change({}, payload) : invalid('partId', 'which-part')),
  returnPart: (_, payload) => (namesPart(payload) || payload.useId !== undefined ? change({}, payload) : invalid('partId', 'which-part')),
  logTime: (_, payload, at) => worked(spanOf(payload, at.now), payload.activity),
  correctTime: (_, payload, at) => worked(checkSpan(payload, at.now), payload.activity),
  recordDowntime: (_, payload, at) => {
    const standstill = checkStandstill({ from: payload.from, to: payload.to ?? null }, at.now)
    return standstill.ok ? change({}, { ...standstill.value, reason: payload.reason, planned: payload.planned, note: payload.note, downtimeId: payload.downtimeId }) : standstill
  },
}
