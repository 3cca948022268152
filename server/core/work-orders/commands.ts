import * as z from 'zod'
import { completionInput } from './completion.ts'
import { holdReason, type CommandName } from './enums.ts'
import { instant } from './instant.ts'
import { editChanges } from './merge.ts'
import { priority } from './priority.ts'
import { provisionalNumber } from './provisional.ts'
import { quantity } from './quantity.ts'
import { answerInput } from './tasks.ts'
import { verdict } from './verdict.ts'

const note = z.string().trim().max(4000).optional()
const reason = z.string().trim().min(3, 'Give the reason in a few words.').max(1000)
const id = z.uuid()

/** LABOUR_ACTIVITIES are what a timer measures; together they split MTTR. */
export const LABOUR_ACTIVITIES = ['diagnostic', 'active', 'wait', 'travel'] as const

/** PROPOSALS are the questions the system asks a person on an order. */
export const PROPOSALS = ['close', 'repair-did-not-hold', 'return-to-service'] as const
export type ProposalName = (typeof PROPOSALS)[number]

const activity = z.enum(LABOUR_ACTIVITIES).optional()
// A part of the stores' list, or in words what came from elsewhere.
const part = { partId: id.optional(), description: z.string().trim().min(1).max(200).optional(), quantity, unit: z.string().trim().max(20).optional() }

/** PAYLOADS is what each command carries besides the order's id, the operation's id and the version seen. */
export const PAYLOADS = {
  approve: z.object({ note }),
  reject: z.object({ reason }),
  plan: z.object({ plannedHours: z.number().positive().max(10_000).optional(), dueAt: instant.optional(), latestSafeAt: instant.optional() }),
  schedule: z.object({ plannedStart: instant, plannedEnd: instant, assigneeId: id.optional() }),
  assign: z.object({ assigneeId: id.nullable(), teamId: id.nullable().optional() }),
  start: z.object({ activity }),
  hold: z.object({ reason: holdReason, note }),
  resume: z.object({ note }),
  joinTimer: z.object({ activity }),
  stopTimer: z.object({ note }),
  complete: completionInput,
  verify: z.object({ note }),
  close: completionInput,
  cancel: z.object({ reason, duplicateOf: id.optional() }),
  reopen: z.object({ reason }),
  defer: z.object({ reason, until: instant, reAlarmPriority: priority.optional() }),
  comment: z.object({ text: z.string().trim().min(1).max(4000), mentions: z.array(id).max(50).optional(), attachmentIds: z.array(id).max(20).optional() }),
  attach: z.object({ attachmentId: id, taskId: id.optional() }),
  detach: z.object({ attachmentId: id }),
  // late: it was answered offline and is a fact: a step that waits for the isolation is taken as it is, and flagged for safety.
  answerTask: z.object({ taskId: id, ...answerInput.shape, late: z.boolean().optional() }),
  acceptProposal: z.object({ proposal: z.enum(PROPOSALS), accept: z.boolean(), verdict: verdict.optional(), verdictNote: note, returnedAt: instant.optional() }),
  // newOrderId: the emergency that is begun where the order cannot be moved.
  moveAsset: z.object({ assetId: id, newOrderId: id.optional(), provisionalNumber: provisionalNumber.optional() }),
  meToo: z.object({ note }),
  carryRest: completionInput.extend({ title: z.string().trim().min(3).max(200).optional() }),
  edit: z.object({ changes: editChanges }),
  answerRest: z.object({ taskIds: z.array(id).min(1).max(200) }),
  raiseFollowUp: z.object({ taskId: id, title: z.string().trim().min(3).max(200).optional() }),
  settleRecord: z.object({ take: z.enum(['first', 'second']), note }),
  planPart: z.object({ ...part, plannedPartId: id.optional(), remove: z.boolean().optional() }),
  usePart: z.object({ ...part, fromKit: id.optional() }),
  returnPart: z.object({ ...part, useId: id.optional() }),
  logTime: z.object({ minutes: z.int().min(1).max(24 * 60).optional(), startedAt: instant.optional(), endedAt: instant.optional(), activity }),
  correctTime: z.object({ labourId: id.optional(), startedAt: instant, endedAt: instant, activity }),
  recordDowntime: z.object({
    downtimeId: id.optional(), from: instant, to: instant.nullable().optional(), reason: z.string().trim().min(1).max(40), planned: z.boolean(), note,
  }),
} satisfies Record<CommandName, z.ZodType>

type Payloads = typeof PAYLOADS

/** Command is one command with its parsed payload. */
export type Command = { [Name in CommandName]: { readonly name: Name; readonly payload: z.output<Payloads[Name]> } }[CommandName]
/** PayloadOf is the parsed payload of one command. */
export type PayloadOf<Name extends CommandName> = z.output<Payloads[Name]>

/** commandHead is what every command carries: the order, the operation's id (unique, so that a retry is harmless) and the version the person saw. */
export const commandHead = z.object({ id: z.uuid(), opId: z.uuid(), version: z.int().min(0) })
