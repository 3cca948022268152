import { check, isRepeated } from '#server/core/isolation/check.ts'
import type { IsolationAct } from '#server/core/isolation/events.ts'
import { isolationSentence, type IsolationSentence } from '#server/core/isolation/isolation-sentences.ts'
import type { Flag, IsolationState, Refusal } from '#server/core/isolation/shape.ts'
import { stateOf } from '#server/core/isolation/state.ts'
import { stepsOf } from '#server/core/isolation/steps.ts'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, type Actor } from '#server/core/people/actor.ts'
import { isEnded, workOrderStatus } from '#server/core/work-orders/enums.ts'
import { writeAudit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { lockSafeguards } from '#server/platform/safeguards.ts'
import { insertEvent, insertIsolation, isolationOfOp, isolationsOf, saveState, takeOrder, type HeldOrder, type StoredIsolation } from './isolation.repo.ts'
import { peopleWho } from './names.repo.ts'
import { planInForce } from './plan.repo.ts'

/** IsolationInput is one act on an order's isolation: opId makes a retry harmless, at is when it was done, late says that it is a fact reported afterwards. */
export interface IsolationInput {
  readonly orderId: string
  readonly opId: string
  readonly at?: Date | undefined
  readonly late?: boolean | undefined
  readonly act: IsolationAct
}

/** IsolationOutcome is how an isolation stands after an act; a retry of the same opId gives the isolation as it stands by then. */
export interface IsolationOutcome {
  readonly isolationId: string
  readonly phase: IsolationState['phase']
  readonly locks: number
}

/** AppliedAct is an act's outcome with what the order's history and safety are told of it. */
export interface AppliedAct {
  readonly outcome: IsolationOutcome
  readonly order: HeldOrder
  /** True when nothing was changed: the operation had been done, or the step was confirmed already. */
  readonly repeated: boolean
  readonly at: Date
  readonly before: IsolationState['phase'] | null
  /** New since this act: what safety looks at. */
  readonly flags: readonly Flag[]
}

/** ONLINE_ONLY are the acts that need the server: they are decisions, not facts. */
const ONLINE_ONLY: readonly IsolationAct['type'][] = ['lock-removed']

const refused = (refusal: Refusal): AppError => new AppError('illegal-transition', isolationSentence(refusal.says, refusal.params))
const no = (code: 'invalid' | 'conflict' | 'illegal-transition' | 'forbidden', says: IsolationSentence): AppError => new AppError(code, isolationSentence(says))
const outcomeOf = (id: string, state: IsolationState): IsolationOutcome => ({ isolationId: id, phase: state.phase, locks: state.locks.length })

/** The isolation that an act is about: the open one; for what was done earlier, the newest that had begun by then. */
const meant = (all: readonly StoredIsolation[], at: Date): StoredIsolation | undefined => all.find((one) => one.begunAt <= at) ?? all[0]

async function begin(tx: Tx, order: HeldOrder, input: IsolationInput, personId: string, at: Date): Promise<StoredIsolation> {
  if (!input.late && isEnded(workOrderStatus.parse(order.status))) throw no('illegal-transition', 'order-over')
  const worked = input.late && input.act.type === 'begun' ? input.act.data.planVersion : undefined
  const plan = await planInForce(tx, order.assetId, worked)
  if (!plan) throw no('invalid', 'no-plan')
  const begun = {
    id: input.opId, workOrderId: order.id, siteId: order.siteId, assetId: order.assetId, planId: plan.id, planVersion: plan.version, content: plan.content,
    begunBy: personId, begunAt: at,
  }
  await insertIsolation(tx, begun)
  return { ...begun, endedAt: null, events: [] }
}

async function checkWho(tx: Tx, actor: Actor, order: HeldOrder, act: IsolationAct): Promise<void> {
  requirePermission(actor, act.type === 'lock-removed' ? 'isolation.override' : 'work-order.execute', order.siteId)
  if (act.type !== 'lock-removed') return
  const witnesses = await peopleWho(tx, order.siteId, 'work-order.read')
  if (!witnesses.some(({ id }) => id === act.data.witnessId)) throw no('invalid', 'witness')
}

/** The isolation an act goes to, and how it stood; a step that the plan does not have is refused even when it is reported late. */
async function target(tx: Tx, order: HeldOrder, input: IsolationInput, personId: string, at: Date): Promise<{ isolation: StoredIsolation; fresh: boolean }> {
  const all = await isolationsOf(tx, order.id)
  const open = all.find(({ endedAt }) => endedAt === null)
  if (input.act.type === 'begun') {
    if (!open) return { isolation: await begin(tx, order, input, personId, at), fresh: true }
    // Two who began offline without knowing of each other have begun one isolation.
    if (!input.late) throw no('conflict', 'open-already')
    return { isolation: open, fresh: false }
  }
  const isolation = input.late ? meant(all, at) : (open ?? all[0])
  if (!isolation) throw no('illegal-transition', 'no-isolation')
  const { act } = input
  if (act.type === 'step-confirmed' && !stepsOf(isolation.content).some(({ id }) => id === act.data.stepId)) throw no('invalid', 'no-such-step')
  return { isolation, fresh: false }
}

/**
 * applyAct does one act on an order's isolation in the caller's transaction. What is possible now is decided by the state; what was done earlier
 * (late) is a fact that is never refused, but flagged where it would have been. Throws 'illegal-transition' with the reason, 'forbidden', 'not-found'.
 */
export async function applyAct(tx: Tx, actor: Actor, input: IsolationInput): Promise<AppliedAct> {
  const order = await takeOrder(tx, input.orderId)
  if (!order || !can(actor, 'work-order.read', order.siteId)) throw notFound('This work order')
  if (actor.type !== 'person') throw no('forbidden', 'who')
  await checkWho(tx, actor, order, input.act)
  await lockSafeguards(tx, order.siteId)
  const late = input.late === true
  const at = input.at !== undefined && input.at < order.now ? input.at : order.now
  if (late && ONLINE_ONLY.includes(input.act.type)) throw no('illegal-transition', 'online-only')
  const done = await isolationOfOp(tx, input.opId)
  if (done) return repeat(tx, order, done, input)
  const { isolation, fresh } = await target(tx, order, input, actor.personId, at)
  const before = stateOf(isolation.content, isolation.events)
  if (!late && isRepeated(before, input.act, actor.personId)) return { outcome: outcomeOf(isolation.id, before), order, repeated: true, at, before: before.phase, flags: [] }
  const refusal = late ? null : check(before, isolation.content, input.act, actor.personId)
  if (refusal) throw refused(refusal)
  const id = await insertEvent(tx, isolation.id, isolation.events.length + 1, { act: input.act, opId: input.opId, at, recordedAt: order.now, personId: actor.personId, late })
  const after = stateOf(isolation.content, [...isolation.events, { ...input.act, id, at, personId: actor.personId, late }])
  await saveState(tx, isolation.id, after, after.phase === 'ended' ? (isolation.endedAt ?? at) : null)
  await writeAudit(tx, {
    actor, action: `isolation.${input.act.type}`, entity: 'work-order', entityId: order.id, after: { isolation: isolation.id, at, late, ...input.act.data, phase: after.phase },
  })
  await publishLive(tx.exec, tx.orgId, { entity: 'work-order', id: order.id })
  const known = new Set(before.flags.map((flag) => `${flag.eventId}:${flag.refusal.says}`))
  return {
    outcome: outcomeOf(isolation.id, after), order, repeated: false, at, before: fresh ? null : before.phase,
    flags: after.flags.filter((flag) => !known.has(`${flag.eventId}:${flag.refusal.says}`)),
  }
}

async function repeat(tx: Tx, order: HeldOrder, done: { isolationId: string; type: string; workOrderId: string }, input: IsolationInput): Promise<AppliedAct> {
  if (done.workOrderId !== order.id || done.type !== input.act.type) throw new AppError('conflict', isolationSentence('operation-used'), { opId: input.opId })
  const isolation = (await isolationsOf(tx, order.id)).find(({ id }) => id === done.isolationId)
  if (!isolation) throw new Error('an isolation vanished while its order was held')
  const state = stateOf(isolation.content, isolation.events)
  return { outcome: outcomeOf(isolation.id, state), order, repeated: true, at: order.now, before: state.phase, flags: [] }
}
