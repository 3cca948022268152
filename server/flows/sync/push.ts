import type * as z from 'zod'
import { AppError } from '#server/core/kernel/errors.ts'
import type { Answer, Reason } from '#server/core/sync/answer.ts'
import { doneAt } from '#server/core/sync/done-at.ts'
import { operation, type Operation, type pushInput } from '#server/core/sync/operation.ts'
import { isFinal, OPERATION_SCHEMA, type Outcome } from '#server/core/sync/outcome.ts'
import { attachmentsReady } from '#server/modules/attachments/index.ts'
import { noteSeen, rememberedOperation, rememberOperation, type Device, type DevicePerson } from '#server/modules/tablets/index.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'
import { log } from '#server/platform/log.ts'
import { violatedIndex } from '#server/platform/unique-violation.ts'
import { carryOut, type Taken } from './handlers.ts'

// The same operation at the same time: remembered, or done by the order's or its isolation's own history, whichever comes first.
const ONCE = new Set([
  'applied_op_pkey', 'work_order_event_org_id_op_id_key', 'isolation_event_org_id_op_id_key', 'permit_event_org_id_op_id_key', 'handover_snapshot_pkey', 'handover_org_id_acknowledged_op_id_key', 'temporary_repair_org_id_removed_op_id_key',
])

// What is the same when it is tried again; a database that is away, for one, is not.
const REFUSALS = new Set(['forbidden', 'not-found', 'invalid', 'conflict', 'illegal-transition', 'too-large'])

const answerOf = (opId: string, { outcome, reason, result }: { outcome: Outcome; reason: Reason | null; result: unknown }): Answer => ({ opId, outcome, reason, result })

const reasonOf = (error: AppError): Reason => ({ code: error.code, message: error.message, facts: error.facts })

function authorOf(device: Device, op: Operation, at: Date): DevicePerson {
  const author = device.people.find(({ actor }) => actor.personId === op.personId)
  if (!author) throw new AppError('forbidden', 'This person has not signed in on this device.', { personId: op.personId })
  // What was done while he was still one of us is taken in, however late it arrives.
  if (author.deactivatedAt !== null && at > author.deactivatedAt) throw new AppError('forbidden', 'This was done after the person had left.', { personId: op.personId })
  return author
}

const rowOf = (device: Device, op: Operation, at: Date, taken: { outcome: Outcome; reason: Reason | null; result: unknown }) => ({
  opId: op.opId, deviceId: device.id, personId: op.personId, seq: op.seq, entityKind: op.entity.kind, entityId: op.entity.id, kind: op.kind, payload: op.payload,
  doneAt: at, ...taken,
})

/** takeOnce carries an operation out and remembers what became of it in one transaction; one that is remembered is only told of. */
const takeOnce = (device: Device, op: Operation, at: Date): Promise<Answer> =>
  withTenant(device.orgId, async (tx) => {
    const before = await rememberedOperation(tx, op.opId)
    if (before) return answerOf(op.opId, before)
    const taken: Taken = await carryOut(tx, authorOf(device, op, at).actor, op, at)
    await rememberOperation(tx, rowOf(device, op, at, taken))
    return answerOf(op.opId, taken)
  })

const refuse = (device: Device, op: Operation, at: Date, error: AppError): Promise<Answer> =>
  withTenant(device.orgId, async (tx) => {
    const before = await rememberedOperation(tx, op.opId)
    if (before) return answerOf(op.opId, before)
    const refused = { outcome: 'rejected' as const, reason: reasonOf(error), result: null }
    await rememberOperation(tx, rowOf(device, op, at, refused))
    return answerOf(op.opId, refused)
  })

const isTwin = (error: unknown): boolean => ONCE.has(violatedIndex(error) ?? '')

async function answerTo(device: Device, op: Operation, at: Date): Promise<Answer> {
  try {
    return await takeOnce(device, op, at)
  } catch (error) {
    if (error instanceof AppError && REFUSALS.has(error.code)) {
      return refuse(device, op, at, error).catch((twin: unknown) => (isTwin(twin) ? takeOnce(device, op, at) : Promise.reject(twin as Error)))
    }
    // The same operation came twice at once: the other one is committed now, and this one is told what became of it.
    if (isTwin(error)) return takeOnce(device, op, at)
    throw error
  }
}

const later = (opId: string, outcome: 'waiting' | 'failed', message: string, facts: Readonly<Record<string, unknown>> = {}): Answer =>
  ({ opId, outcome, reason: { code: outcome, message, facts }, result: null })

/**
 * takeOperations takes in what a tablet sends, in the order of its seq, each operation in a transaction of its own: one that is refused stops no other,
 * one that must come again holds back those of the same entity that come after it, so that nothing overtakes.
 */
export async function takeOperations(device: Device, input: z.output<typeof pushInput>): Promise<Answer[]> {
  const receivedAt = now()
  const parsed = input.operations.map((raw) => ({ raw, read: operation.safeParse(raw) }))
  const answers: Answer[] = []
  const held = new Set<string>()
  for (const { raw, read } of parsed.toSorted((a, b) => (a.read.data?.seq ?? 0) - (b.read.data?.seq ?? 0))) {
    if (!read.success) {
      const opId = String((raw as { opId?: unknown } | null)?.opId ?? '')
      answers.push({ opId, outcome: 'rejected', reason: { code: 'invalid', message: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ') }, result: null })
      continue
    }
    const op = read.data
    const answer = held.has(op.entity.id)
      ? later(op.opId, 'waiting', 'An earlier operation on the same thing has to be taken in first.')
      : await take(device, op, doneAt(op.at, input.sentAt, receivedAt))
    if (!isFinal(answer.outcome)) held.add(op.entity.id)
    answers.push(answer)
  }
  const taken = answers.filter((answer) => isFinal(answer.outcome)).length
  await withTenant(device.orgId, (tx) => noteSeen(tx, device.id, { waiting: Math.max(0, input.waiting - taken), oldestAt: input.oldestAt }))
  return answers
}

/** Photos and files must be durable before the operation that needs them is acknowledged. */
const missingOf = async (device: Device, { needs }: Operation): Promise<readonly string[]> =>
  needs.length === 0 ? [] : (await withTenant(device.orgId, (tx) => attachmentsReady(tx, needs))).missing

async function take(device: Device, op: Operation, at: Date): Promise<Answer> {
  if (op.schema > OPERATION_SCHEMA) return later(op.opId, 'waiting', 'This operation is of a newer edition than the server. It waits for the server to be updated.')
  try {
    const absent = await missingOf(device, op)
    if (absent.length > 0) return later(op.opId, 'waiting', 'Its photos or files have not arrived yet.', { absent })
    return await answerTo(device, op, at)
  } catch (error) {
    log.error({ err: error, opId: op.opId, kind: op.kind }, 'an operation of a tablet could not be taken in')
    return later(op.opId, 'failed', 'The server could not take it in just now. It is sent again.')
  }
}
