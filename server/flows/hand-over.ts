import { handoverSentence } from '#server/core/handover/handover-sentences.ts'
import { AppError } from '#server/core/kernel/errors.ts'
import type { Actor } from '#server/core/people/actor.ts'
import {
  acknowledgeHandover, changeRepair, registerRepair, removeRepair, signHandover,
  type AcknowledgeHandover, type ChangeRepair, type RegisterRepair, type RemoveRepair, type SignHandover,
} from '#server/modules/handover/index.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { violatedIndex } from '#server/platform/unique-violation.ts'

const ONCE = ['handover_org_id_acknowledged_op_id_key', 'temporary_repair_org_id_removed_op_id_key']

async function inTransaction(actor: Actor, work: (tx: Tx) => Promise<{ id: string }>): Promise<{ id: string }> {
  try {
    return await withTenant(actor.orgId, work)
  } catch (error) {
    if (!ONCE.includes(violatedIndex(error) ?? '')) throw error
    throw new AppError('conflict', handoverSentence('operation-used'))
  }
}

/** sign signs a handover on what was shown. */
export const sign = (actor: Actor, input: SignHandover): Promise<{ id: string }> => inTransaction(actor, (tx) => signHandover(tx, actor, input))
/** acknowledge takes a handover over. */
export const acknowledge = (actor: Actor, input: AcknowledgeHandover): Promise<{ id: string }> => inTransaction(actor, (tx) => acknowledgeHandover(tx, actor, input))
/** register registers a temporary repair. */
export const register = (actor: Actor, input: RegisterRepair): Promise<{ id: string }> => inTransaction(actor, (tx) => registerRepair(tx, actor, input))
/** change changes a temporary repair. */
export const change = (actor: Actor, input: ChangeRepair): Promise<{ id: string }> => inTransaction(actor, (tx) => changeRepair(tx, actor, input))
/** remove takes a temporary repair off the register. */
export const remove = (actor: Actor, input: RemoveRepair): Promise<{ id: string }> => inTransaction(actor, (tx) => removeRepair(tx, actor, input))
