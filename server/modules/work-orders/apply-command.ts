import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import type { Permission } from '#server/core/people/permissions.ts'
import type { Command } from '#server/core/work-orders/commands.ts'
import { decide, type Decision } from '#server/core/work-orders/decide.ts'
import type { CommandName } from '#server/core/work-orders/enums.ts'
import { labourHours } from '#server/core/work-orders/labour.ts'
import { asksSafeguards } from '#server/core/work-orders/safeguards.ts'
import { formatNumber } from '#server/core/work-orders/number.ts'
import { orderSentence } from '#server/core/work-orders/order-sentences.ts'
import { COMMAND_EVENTS, SECOND_RECORD } from '#server/core/work-orders/events.ts'
import type { Review } from '#server/core/work-orders/review.ts'
import type { Tx } from '#server/platform/db.ts'
import { touchSiteConfig } from '#server/platform/site-config.ts'
import { checkReferences } from './check-references.ts'
import { reopenAsNewOrder } from './follow-up.ts'
import { keepFacts } from './keep-facts.ts'
import { cutShort, startTimer, stopTimers, timersOf } from './labour.repo.ts'
import { leaveOtherJobs, lockWork } from './one-job.ts'
import { reviewOf } from './review-of.ts'
import { safeguardsNow } from './safeguards-now.ts'
import { personOf, saveChange } from './save-decision.ts'
import { eventByOp, lockOrder, type LockedOrder, type StoredEvent } from './work-orders.repo.ts'

/** CommandInput is one command on one order: opId makes a retry harmless, version is what the person saw. */
export interface CommandInput {
  readonly id: string
  readonly opId: string
  readonly version: number
  readonly command: Command
  /** When it was done, where that was before it arrived (a tablet without a network); a time in the future counts as now. */
  readonly at?: Date
}

/** CommandResult is what a command led to; a retry of the same opId gives the same. */
export interface CommandResult {
  readonly id: string
  readonly number: string
  readonly status: string
  readonly version: number
  /** Set when a reopening made a new, linked order. */
  readonly linkedOrderId?: string
  /** Set for a fact about work that was over: it is kept, and the record stays. */
  readonly late?: true
  /** Set when a person must decide something of it. */
  readonly review?: Review
}

/** AppliedCommand is a command's result with what a flow still has to do for it. */
export interface AppliedCommand {
  readonly result: CommandResult
  readonly order: LockedOrder
  readonly effects: Decision['effects']
  /** What it wrote of the order. */
  readonly patch: Decision['patch']
  /** True when this operation had been done before: nothing was changed. */
  readonly repeated: boolean
}

/** Alongside is what another module does for a command in the same transaction, once it is known to be legal and new; the history keeps what it gives. */
export type Alongside = (order: LockedOrder) => Promise<Readonly<Record<string, unknown>>>
const nothing: Alongside = () => Promise.resolve({})

// What is told of later is written down with the time at which it was done.
const asOf = (order: LockedOrder, at: Date | undefined): LockedOrder => (at === undefined || at > order.now ? order : { ...order, now: at })

const WRITES_TIME: readonly CommandName[] = ['logTime', 'correctTime']
const TIMER_EFFECTS: Decision['effects'] = ['start-timer', 'stop-own-timer', 'stop-all-timers']

const stored = (data: unknown, field: string): unknown => (data !== null && typeof data === 'object' ? (data as Record<string, unknown>)[field] : undefined)

const isOf = (command: CommandName, event: string): boolean => event === COMMAND_EVENTS[command] || (event === SECOND_RECORD && (command === 'complete' || command === 'close'))

function repeat(order: LockedOrder, input: CommandInput, event: StoredEvent): AppliedCommand {
  if (event.workOrderId !== order.id || !isOf(input.command.name, event.type))
    throw new AppError('conflict', orderSentence('operation-used'), { opId: input.opId })
  const version = stored(event.data, 'version')
  const linked = stored(event.data, 'linkedOrderId')
  return {
    order, effects: [], patch: {}, repeated: true,
    result: {
      id: order.id, number: formatNumber(order.no), status: event.toStatus ?? order.status, version: typeof version === 'number' ? version : order.version,
      ...(typeof linked === 'string' ? { linkedOrderId: linked } : {}),
      ...(stored(event.data, 'late') === true ? { late: true as const } : {}),
      ...(stored(event.data, 'review') === undefined ? {} : { review: stored(event.data, 'review') as Review }),
    },
  }
}

async function startOwnTimer(tx: Tx, actor: Actor, order: LockedOrder, person: string, { command, opId }: CommandInput): Promise<Record<string, unknown>> {
  const activity = command.name === 'start' || command.name === 'joinTimer' ? (command.payload.activity ?? 'active') : 'active'
  const { left, endsAt } = await leaveOtherJobs(tx, actor, order, person)
  await startTimer(tx, order.id, person, activity, order.now, opId)
  if (endsAt !== null) await cutShort(tx, order.id, person, endsAt)
  return left.length > 0 ? { left } : {}
}

async function runTimers(tx: Tx, actor: Actor, order: LockedOrder, input: CommandInput, effects: Decision['effects']): Promise<Record<string, unknown>> {
  const person = personOf(actor)
  const began = effects.includes('start-timer') && person !== null ? await startOwnTimer(tx, actor, order, person, input) : {}
  if (effects.includes('stop-own-timer') && person !== null) await stopTimers(tx, order.id, 'own', person, order.now)
  if (!effects.includes('stop-all-timers')) return began
  const stillRunning = await stopTimers(tx, order.id, 'all', person, order.now)
  return { labourHours: labourHours(await timersOf(tx, order.id), order.now), stillRunning: stillRunning.filter((id) => id !== person) }
}

const linkOf = (data: Record<string, unknown>): { linkedOrderId?: string } => (typeof data['linkedOrderId'] === 'string' ? { linkedOrderId: data['linkedOrderId'] } : {})

// Whoever may report trouble may say that he saw it too, though he reads no orders.
const maySee = (actor: Actor, siteId: string, command: CommandName): boolean =>
  can(actor, 'work-order.read', siteId) || (command === 'meToo' && can(actor, 'work-order.request', siteId))

/**
 * applyCommand runs one command on one order in the caller's transaction: permission and transition by the table, then the
 * change with its history, audit and live notice. A version that is behind never refuses a legal command; it is noted.
 */
export async function applyCommand(tx: Tx, actor: Actor, input: CommandInput, alongside: Alongside = nothing): Promise<AppliedCommand> {
  await lockWork(tx, input.id, input.command.name, personOf(actor))
  const locked = await lockOrder(tx, input.id)
  if (!locked || !maySee(actor, locked.siteId, input.command.name)) throw notFound('This work order')
  const order = asOf(locked, input.at)
  const done = await eventByOp(tx, input.opId)
  if (done) return repeat(order, input, done)
  const personId = personOf(actor)
  const holds = (permission: Permission): boolean => can(actor, permission, order.siteId)
  const safeguards = asksSafeguards(input.command) ? await safeguardsNow(tx, order) : []
  const decided = decide(order, input.command, { now: order.now, personId, choices: order.choices, fields: order.fields, safeguards }, holds)
  if (!decided.ok) throw decided.error
  const { patch, event, data, effects, to, asLinkedOrder, late: comesLate } = decided.value
  await checkReferences(tx, order, input.command)
  const kept = await keepFacts(tx, actor, order, input.command, { personId, opId: input.opId, late: comesLate, holds })
  const beside = await alongside(order)
  const times = await runTimers(tx, actor, order, input, effects)
  // A running timer keeps the machine's alarms quiet: the lane must know of it, and of its end.
  if (WRITES_TIME.includes(input.command.name) || effects.some((effect) => TIMER_EFFECTS.includes(effect))) await touchSiteConfig(tx.exec, tx.orgId, order.siteId)
  const seen = input.version === order.version ? {} : { seenVersion: input.version }
  const late = order.now === locked.now ? {} : { receivedAt: locked.now }
  const review = await reviewOf(tx, order.id, data['review'])
  const linked = asLinkedOrder ? { linkedOrderId: await reopenAsNewOrder(tx, actor, order, input.opId) } : {}
  const version = await saveChange(tx, actor, order, {
    patch: asLinkedOrder ? { repairInDoubt: false } : patch, event, data: { ...data, ...kept, ...beside, ...times, ...seen, ...late, ...linked, ...review }, opId: input.opId,
  })
  const status = asLinkedOrder ? order.status : to
  const result = { id: order.id, number: formatNumber(order.no), status, version, ...linkOf({ ...kept, ...linked }), ...(comesLate ? { late: true as const } : {}), ...review }
  return { order, effects, patch, repeated: false, result }
}
