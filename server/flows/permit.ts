import { AppError } from '#server/core/kernel/errors.ts'
import type { Actor } from '#server/core/people/actor.ts'
import { formatPermitNumber } from '#server/core/permits/permit-number.ts'
import { permitSentence } from '#server/core/permits/permit-sentences.ts'
import { issuePermit, permitCommand, type ChangedPermit, type IssueInput, type PermitInput } from '#server/modules/permits/index.ts'
import { noteSafety } from '#server/modules/work-orders/index.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { violatedIndex } from '#server/platform/unique-violation.ts'

/** PermitOutcome is how a permit stands after a command. */
export interface PermitOutcome {
  readonly id: string
  readonly number: string
  readonly status: string
}

async function noted(tx: Tx, actor: Actor, { permit, order, at, event, data, repeated }: ChangedPermit): Promise<PermitOutcome> {
  const number = formatPermitNumber(permit.no)
  if (!repeated) await noteSafety(tx, actor, { order, type: 'permit-changed', at, data: { ...data, what: event, permit: number, kind: permit.kind } })
  return { id: permit.id, number, status: permit.status }
}

/** permitIn does one command on a permit in the caller's transaction, with what the order's history is told. A retry of the same opId changes nothing. */
export const permitIn = async (tx: Tx, actor: Actor, input: PermitInput): Promise<PermitOutcome> => noted(tx, actor, await permitCommand(tx, actor, input))

async function once(actor: Actor, opId: string, work: (tx: Tx) => Promise<PermitOutcome>): Promise<PermitOutcome> {
  try {
    return await withTenant(actor.orgId, work)
  } catch (error) {
    if (!['permit_event_org_id_op_id_key', 'permit_pkey'].includes(violatedIndex(error) ?? '')) throw error
    throw new AppError('conflict', permitSentence('operation-used'), { opId })
  }
}

/** issue issues a permit for an order; with a connection only. */
export const issue = (actor: Actor, input: IssueInput): Promise<PermitOutcome> => once(actor, input.opId, async (tx) => noted(tx, actor, await issuePermit(tx, actor, input)))

/** changePermit does one command on a permit. */
export const changePermit = (actor: Actor, input: PermitInput): Promise<PermitOutcome> => once(actor, input.opId, (tx) => permitIn(tx, actor, input))
