import { isolationSentence } from '#server/core/isolation/isolation-sentences.ts'
import { AppError } from '#server/core/kernel/errors.ts'
import type { Actor } from '#server/core/people/actor.ts'
import { applyAct, type AppliedAct, type IsolationInput, type IsolationOutcome } from '#server/modules/isolation/index.ts'
import { noteSafety } from '#server/modules/work-orders/index.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { violatedIndex } from '#server/platform/unique-violation.ts'
import { tellOfFlag, tellOfRemovedLock } from './tell/index.ts'

/** What the order's history keeps of an act: the steps in between are in the isolation's own record. */
function told({ outcome, before }: AppliedAct, { act }: IsolationInput): string | null {
  if (act.type !== 'step-confirmed') return act.type
  return outcome.phase === 'isolated' && before !== 'isolated' ? 'verified' : null
}

/**
 * isolateIn does one act on an order's isolation in the caller's transaction, with what the order's history, safety and the owner of a removed lock
 * are told. A retry of the same opId changes nothing.
 */
export async function isolateIn(tx: Tx, actor: Actor, input: IsolationInput): Promise<IsolationOutcome> {
  const applied = await applyAct(tx, actor, input)
  if (applied.repeated) return applied.outcome
  const { order, at, flags, outcome, before } = applied
  const what = told(applied, input)
  const flag = flags[0]?.refusal
  const data = { ...input.act.data, ...(input.late ? { late: true } : {}), ...(flag ? { safetyFlag: flag.says } : {}) }
  if (what !== null || flag) await noteSafety(tx, actor, { order, type: 'isolation-changed', at, data: { ...data, what: what ?? input.act.type } })
  // A first lock can complete the isolation too: one that was restored, or whose steps were reported late.
  if (input.act.type === 'lock-on' && outcome.phase === 'isolated' && before !== 'isolated') await noteSafety(tx, actor, { order, type: 'isolation-changed', at, data: { what: 'verified' } })
  if (flag) await tellOfFlag(tx, { order, opId: input.opId, actor, text: isolationSentence(flag.says, flag.params) })
  if (input.act.type === 'lock-removed') await tellOfRemovedLock(tx, { order, opId: input.opId, actor, ownerId: input.act.data.ownerId, reason: input.act.data.reason })
  return outcome
}

/** isolate does one act on an order's isolation in a transaction of its own. */
export async function isolate(actor: Actor, input: IsolationInput): Promise<IsolationOutcome> {
  try {
    return await withTenant(actor.orgId, (tx) => isolateIn(tx, actor, input))
  } catch (error) {
    // The same operation at the same moment on two orders: each holds its own order, the database lets one of them in.
    if (violatedIndex(error) !== 'isolation_event_org_id_op_id_key') throw error
    throw new AppError('conflict', isolationSentence('operation-used'), { opId: input.opId })
  }
}
