import type { AppError } from '../kernel/errors.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Permission } from '../people/permissions.ts'
import { CHANGES, recordAgain, type Change, type Situation } from './changes.ts'
import type { Command } from './commands.ts'
import type { WorkOrderStatus } from './enums.ts'
import { isLate } from './facts.ts'
import { COMMAND_EVENTS, SECOND_RECORD, type OrderEventType } from './events.ts'
import type { OrderFacts, OrderPatch } from './order.ts'
import { heldBy } from './safeguards.ts'
import { isSecondRecord } from './second-record.ts'
import { checkTransition, type OrderEffect } from './transitions.ts'

/** Decision is what a legal command does: the new state, the fields, the history entry and what goes with it. */
export interface Decision {
  readonly to: WorkOrderStatus
  readonly patch: OrderPatch
  readonly event: OrderEventType
  readonly data: Readonly<Record<string, unknown>>
  readonly effects: readonly OrderEffect[]
  /** True when the order's costs are posted and a reopening must make a new order linked to it, leaving this one as it is. */
  readonly asLinkedOrder: boolean
  /** True for a fact about work that is over: kept and marked. */
  readonly late: boolean
}

function changeOf(order: OrderFacts, command: Command, at: Situation): Result<Change, AppError> {
  // Each name goes with its own payload type; TypeScript cannot follow that through an indexed call.
  const make = CHANGES[command.name] as (order: OrderFacts, payload: Command['payload'], at: Situation) => Result<Change, AppError>
  return make(order, command.payload, at)
}

function decideAgain(order: OrderFacts, command: Extract<Command, { name: 'complete' | 'close' }>, at: Situation, holds: (permission: Permission) => boolean): Result<Decision, AppError> {
  const row = checkTransition(order, 'complete', holds)
  if (!row.ok) return row
  return ok({ ...recordAgain(order, command.payload, at), to: order.status, event: SECOND_RECORD, effects: row.value.effects, asLinkedOrder: false, late: true })
}

/**
 * decide judges one command on one order: pure, with time and permissions as arguments. Errors are 'illegal-transition'
 * (says what is possible), 'forbidden', or 'invalid' (facts.field names the field).
 */
export function decide(order: OrderFacts, command: Command, at: Situation, holds: (permission: Permission) => boolean): Result<Decision, AppError> {
  if (isSecondRecord(order, command)) return decideAgain(order, command, at, holds)
  const row = checkTransition(order, command.name, holds)
  if (!row.ok) return row
  const held = heldBy(order, command, at.safeguards ?? [])
  if (held) return err(held)
  const change = changeOf(order, command, at)
  if (!change.ok) return change
  const { patch, data, to, effects } = change.value
  const late = isLate(order, command.name, at.now)
  const next = to ?? (row.value.to === 'same' ? order.status : row.value.to)
  return ok({
    to: next,
    patch: next === order.status ? patch : { ...patch, status: next },
    event: COMMAND_EVENTS[command.name],
    data: late ? { ...data, late } : data,
    late,
    effects: [...row.value.effects, ...(effects ?? [])],
    asLinkedOrder: next === 'approved' && order.status === 'closed' && order.costsPostedAt !== null,
  })
}
