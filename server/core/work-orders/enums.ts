import * as z from 'zod'

/** WORK_ORDER_STATUSES are the states of an order, in the order of its life; the last two end it without work. */
export const WORK_ORDER_STATUSES = [
  'requested', 'approved', 'planned', 'scheduled', 'in_progress', 'on_hold', 'completed', 'verified', 'closed', 'rejected', 'cancelled',
] as const
/** workOrderStatus parses a status. */
export const workOrderStatus = z.enum(WORK_ORDER_STATUSES)
export type WorkOrderStatus = z.infer<typeof workOrderStatus>

/** NOT_STARTED are the states before work begins. */
export const NOT_STARTED = ['requested', 'approved', 'planned', 'scheduled'] as const satisfies readonly WorkOrderStatus[]
/** UNFINISHED are the states in which work is still to be done: what "open" means in lists and counts. */
export const UNFINISHED = [...NOT_STARTED, 'in_progress', 'on_hold'] as const satisfies readonly WorkOrderStatus[]
/** ENDED are the states in which an order no longer holds its incident key. */
export const ENDED = ['closed', 'rejected', 'cancelled'] as const satisfies readonly WorkOrderStatus[]

const isOneOf = (list: readonly WorkOrderStatus[]) => (status: WorkOrderStatus): boolean => list.includes(status)
/** isNotStarted tells whether work has not begun. */
export const isNotStarted = isOneOf(NOT_STARTED)
/** isUnfinished tells whether work is still to be done. */
export const isUnfinished = isOneOf(UNFINISHED)
/** isEnded tells whether the order is closed, rejected or cancelled. */
export const isEnded = isOneOf(ENDED)

/** workOrderKind parses what kind of work it is (domain reference). */
export const workOrderKind = z.enum(['corrective', 'preventive', 'predictive', 'inspection', 'statutory', 'project'])
export type WorkOrderKind = z.infer<typeof workOrderKind>

/** workOrderSource parses where an order came from; a model's ticket is `condition` too. */
export const workOrderSource = z.enum(['condition', 'pm', 'request', 'manual'])
export type WorkOrderSource = z.infer<typeof workOrderSource>

/** holdReason parses why an order waits; it feeds the wait share of MTTR. */
export const holdReason = z.enum(['part', 'production', 'permit', 'contractor', 'tool', 'decision'])
export type HoldReason = z.infer<typeof holdReason>

/** effect parses what the fault did to the asset's function. */
export const effect = z.enum(['functional-failure', 'degraded', 'averted', 'none'])
export type Effect = z.infer<typeof effect>

/** COMMANDS are the commands an order understands. */
export const COMMANDS = [
  'approve', 'reject', 'plan', 'schedule', 'assign', 'start', 'hold', 'resume', 'joinTimer', 'stopTimer', 'complete', 'verify', 'close',
  'cancel', 'reopen', 'defer', 'comment', 'attach', 'detach', 'answerTask', 'acceptProposal',
  'moveAsset', 'meToo', 'carryRest', 'edit', 'answerRest', 'raiseFollowUp', 'settleRecord', 'planPart', 'usePart', 'returnPart', 'logTime', 'correctTime', 'recordDowntime',
] as const
export type CommandName = (typeof COMMANDS)[number]
