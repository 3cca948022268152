import { AppError } from '../kernel/errors.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Permission } from '../people/permissions.ts'
import { COMMANDS, NOT_STARTED, UNFINISHED, WORK_ORDER_STATUSES, type CommandName, type WorkOrderStatus } from './enums.ts'
import { OVER } from './facts.ts'
import { GUARDS, type GuardName } from './guards.ts'
import { orderSentence, POSSIBLE_NOW } from './order-sentences.ts'
import type { OrderFacts } from './order.ts'

/** OrderEffect is what must happen besides the order's own change, in the same transaction. */
export type OrderEffect = 'start-timer' | 'stop-own-timer' | 'stop-all-timers' | 'acknowledge-alarm' | 'look-again'

/** Transition is one row of the table: from x command -> to, what it takes, and what it brings with it. */
export interface Transition {
  readonly command: CommandName
  readonly from: readonly WorkOrderStatus[]
  /** 'same' leaves the status as it is. */
  readonly to: WorkOrderStatus | 'same'
  /** All of them are needed at the order's site. */
  readonly permissions: readonly Permission[]
  readonly guard?: GuardName
  readonly effects: readonly OrderEffect[]
  /** Set on rows that only take in what was done elsewhere and arrives late: nobody is offered them. */
  readonly notOffered?: true
}

const EXECUTE: readonly Permission[] = ['work-order.execute']
const BREAK_IN: readonly Permission[] = ['work-order.execute', 'work-order.break-in']
const AFTER_START: readonly WorkOrderStatus[] = ['in_progress', 'on_hold', 'completed', 'verified', 'closed']

/** fact is the row of a command that tells what has happened: it is kept in every state, and whoever is at a finished order may still add to it. */
const fact = (command: CommandName): Transition => ({ command, from: WORK_ORDER_STATUSES, to: 'same', permissions: EXECUTE, effects: [] })

/**
 * TRANSITIONS is the table of the domain reference, "Work-order states". Each pair of status and command stands in at most one row;
 * a pair that is in none is illegal.
 */
export const TRANSITIONS: readonly Transition[] = [
  { command: 'approve', from: ['requested'], to: 'approved', permissions: ['work-order.approve'], effects: [] },
  { command: 'approve', from: AFTER_START, to: 'same', permissions: ['work-order.approve'], guard: 'approval-outstanding', effects: [] },
  { command: 'reject', from: ['requested'], to: 'rejected', permissions: ['work-order.approve'], effects: [] },
  { command: 'plan', from: ['approved', 'planned'], to: 'planned', permissions: ['work-order.plan'], effects: [] },
  { command: 'schedule', from: ['planned', 'scheduled'], to: 'scheduled', permissions: ['work-order.plan'], effects: ['acknowledge-alarm'] },
  { command: 'assign', from: UNFINISHED, to: 'same', permissions: ['work-order.assign'], effects: ['acknowledge-alarm'] },
  // Starting what is not on the schedule breaks into it.
  { command: 'start', from: ['requested', 'approved', 'planned'], to: 'in_progress', permissions: BREAK_IN, effects: ['start-timer', 'acknowledge-alarm'] },
  { command: 'start', from: ['scheduled'], to: 'in_progress', permissions: EXECUTE, effects: ['start-timer', 'acknowledge-alarm'] },
  { command: 'hold', from: ['in_progress'], to: 'on_hold', permissions: EXECUTE, effects: ['stop-own-timer'] },
  { command: 'resume', from: ['on_hold'], to: 'in_progress', permissions: EXECUTE, effects: ['start-timer'] },
  { command: 'joinTimer', from: ['in_progress'], to: 'same', permissions: EXECUTE, effects: ['start-timer'] },
  { command: 'stopTimer', from: ['in_progress', 'on_hold'], to: 'same', permissions: EXECUTE, effects: ['stop-own-timer'] },
  { command: 'answerTask', from: ['in_progress', 'on_hold'], to: 'same', permissions: EXECUTE, effects: [] },
  { command: 'answerTask', from: [...NOT_STARTED, ...OVER], to: 'same', permissions: EXECUTE, effects: [], notOffered: true },
  { command: 'answerRest', from: ['in_progress', 'on_hold'], to: 'same', permissions: EXECUTE, effects: [] },
  { command: 'answerRest', from: [...NOT_STARTED, ...OVER], to: 'same', permissions: EXECUTE, effects: [], notOffered: true },
  { command: 'complete', from: OVER, to: 'same', permissions: EXECUTE, effects: ['stop-own-timer'], notOffered: true },
  { command: 'edit', from: [...UNFINISHED, 'completed', 'verified'], to: 'same', permissions: ['work-order.create'], effects: [] },
  { command: 'settleRecord', from: OVER, to: 'same', permissions: ['work-order.verify'], guard: 'second-record', effects: [] },
  { command: 'moveAsset', from: UNFINISHED, to: 'same', permissions: EXECUTE, effects: [] },
  { command: 'meToo', from: UNFINISHED, to: 'same', permissions: ['work-order.request'], effects: [] },
  { command: 'carryRest', from: ['in_progress'], to: 'completed', permissions: EXECUTE, effects: ['stop-all-timers', 'acknowledge-alarm'] },
  fact('raiseFollowUp'),
  { command: 'planPart', from: UNFINISHED, to: 'same', permissions: ['work-order.plan'], effects: [] },
  fact('usePart'), fact('returnPart'), fact('logTime'), fact('correctTime'), fact('recordDowntime'),
  { command: 'complete', from: ['in_progress'], to: 'completed', permissions: EXECUTE, effects: ['stop-all-timers', 'acknowledge-alarm'] },
  { command: 'verify', from: ['completed'], to: 'verified', permissions: ['work-order.verify'], effects: [] },
  { command: 'close', from: ['verified'], to: 'closed', permissions: ['work-order.close'], effects: ['look-again'] },
  { command: 'close', from: ['completed'], to: 'closed', permissions: ['work-order.close'], guard: 'no-verification', effects: ['look-again'] },
  // Complete and close in one tap, where nobody else must verify.
  {
    command: 'close', from: ['in_progress'], to: 'closed', permissions: ['work-order.execute', 'work-order.close'], guard: 'no-verification',
    effects: ['stop-all-timers', 'acknowledge-alarm', 'look-again'],
  },
  { command: 'cancel', from: UNFINISHED, to: 'cancelled', permissions: ['work-order.cancel'], effects: ['stop-all-timers', 'acknowledge-alarm'] },
  { command: 'reopen', from: ['completed', 'verified', 'closed'], to: 'approved', permissions: ['work-order.approve'], effects: [] },
  { command: 'defer', from: [...NOT_STARTED, 'on_hold'], to: 'same', permissions: ['work-order.defer'], guard: 'not-safety', effects: ['acknowledge-alarm'] },
  { command: 'comment', from: WORK_ORDER_STATUSES, to: 'same', permissions: ['work-order.read'], effects: [] },
  // Which file, and whose, is decided where it is attached.
  { command: 'attach', from: WORK_ORDER_STATUSES, to: 'same', permissions: ['work-order.read'], effects: [] },
  { command: 'detach', from: WORK_ORDER_STATUSES, to: 'same', permissions: ['work-order.read'], effects: [] },
  // What the answer leads to is decided with the proposal: see changes.ts.
  {
    command: 'acceptProposal', from: [...NOT_STARTED, 'completed', 'verified', 'closed'], to: 'same', permissions: ['work-order.close'],
    guard: 'proposal-open', effects: [],
  },
]

const BY_PAIR = new Map(TRANSITIONS.flatMap((row) => row.from.map((from) => [`${from}:${row.command}`, row] as const)))

/** transitionOf finds the row of a pair; undefined when the pair is illegal. */
const transitionOf = (from: WorkOrderStatus, command: CommandName): Transition | undefined => BY_PAIR.get(`${from}:${command}`)

/** allowedCommands lists what a person who holds these permissions at the order's site can do with it now. */
export const allowedCommands = (order: OrderFacts, holds: (permission: Permission) => boolean): CommandName[] =>
  COMMANDS.filter((command) => {
    const row = transitionOf(order.status, command)
    return row !== undefined && !row.notOffered && row.permissions.every(holds) && (row.guard === undefined || GUARDS[row.guard].passes(order))
  })

/** checkTransition finds the row that applies, or says why not: 'illegal-transition' (with what is allowed) or 'forbidden'. */
export function checkTransition(order: OrderFacts, command: CommandName, holds: (permission: Permission) => boolean): Result<Transition, AppError> {
  const allowed = allowedCommands(order, holds)
  const facts = { from: order.status, command, allowed }
  const row = transitionOf(order.status, command)
  const now = allowed.length > 0 ? `${POSSIBLE_NOW}${allowed.join(', ')}.` : ''
  const says = { command, status: order.status.replace('_', ' ') }
  if (!row) return err(new AppError('illegal-transition', `${orderSentence('impossible', says)}${now}`, facts))
  const missing = row.permissions.filter((permission) => !holds(permission))
  if (missing.length > 0) return err(new AppError('forbidden', orderSentence('role', says), { ...facts, missing }))
  if (row.guard && !GUARDS[row.guard].passes(order)) return err(new AppError('illegal-transition', `${orderSentence(GUARDS[row.guard].otherwise)}${now}`, facts))
  return ok(row)
}
