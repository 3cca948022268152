import * as z from 'zod'
import { AppError } from '#server/core/kernel/errors.ts'
import { ISOLATION_EVENTS, type IsolationAct, type IsolationEventType } from '#server/core/isolation/events.ts'
import { newRepair } from '#server/core/handover/handover.ts'
import { removing, shiftHandover, takingOver } from '#server/core/handover/shift-handover.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import { entityOf } from '#server/core/sync/entity.ts'
import type { Operation } from '#server/core/sync/operation.ts'
import { PERMIT_PAYLOADS, type PermitAct } from '#server/core/permits/decide.ts'
import { PERMIT_COMMANDS } from '#server/core/permits/transitions.ts'
import { reinterpret } from '#server/core/sync/reinterpret.ts'
import { PAYLOADS, type Command } from '#server/core/work-orders/commands.ts'
import { requestInput } from '#server/core/work-orders/request.ts'
import { emergencyInput, logDoneInput } from '#server/core/work-orders/unplanned.ts'
import { COMMANDS } from '#server/core/work-orders/enums.ts'
import type { Reason } from '#server/core/sync/answer.ts'
import { acknowledgeHandover, registerRepair, removeRepair, signShift } from '#server/modules/handover/index.ts'
import { fileRequestIn, followable, lockWork, statusOf } from '#server/modules/work-orders/index.ts'
import type { Tx } from '#server/platform/db.ts'
import { isolateIn } from '../isolate.ts'
import { logDoneIn } from '../log-done.ts'
import { startEmergencyIn } from '../start-emergency.ts'
import { permitIn } from '../permit.ts'
import { orderCommandIn } from '../run-order-command.ts'

/** Taken is what an operation led to: taken as it was sent, merged with what others did, or something that a person must look at. */
export interface Taken {
  readonly outcome: 'applied' | 'merged' | 'needs-review'
  readonly reason: Reason | null
  /** What the tablet is told of the entity: its version above all. */
  readonly result: Readonly<Record<string, unknown>>
}

/** Doing is an operation on its way, with when it was done by the server's clock. */
interface Doing<Payload> {
  readonly operation: Operation
  readonly payload: Payload
  readonly at: Date
}

type CarryOut = (tx: Tx, actor: PersonActor, operation: Operation, at: Date) => Promise<Taken>

const handler = <Schema extends z.ZodType>(schema: Schema, run: (tx: Tx, actor: PersonActor, doing: Doing<z.output<Schema>>) => Promise<Taken>): CarryOut =>
  (tx, actor, operation, at) => {
    const payload = schema.safeParse(operation.payload)
    if (!payload.success) throw new AppError('invalid', payload.error.issues.map((issue) => issue.message).join('; '), { kind: operation.kind })
    return run(tx, actor, { operation, payload: payload.data, at })
  }

const orderCommand = z.object({ name: z.enum(COMMANDS), fields: z.record(z.string(), z.unknown()) }).transform(({ name, fields }, context): Command => {
  const parsed = PAYLOADS[name].safeParse(fields)
  if (parsed.success) return { name, payload: parsed.data } as Command
  for (const issue of parsed.error.issues) context.addIssue({ code: 'custom', message: `${name}: ${issue.path.join('.')} ${issue.message}` })
  return z.NEVER
})

// The order's id and the operation's are the operation's own.
const emergencyPayload = emergencyInput.omit({ id: true, opId: true }).extend({ followUpOf: z.uuid().optional() })
const requestPayload = requestInput.omit({ id: true, opId: true })
const donePayload = logDoneInput.omit({ id: true, opId: true })

const REVIEWS = { clash: 'Somebody else changed the same field meanwhile.', 'second-record': 'Somebody else has recorded this work already. A supervisor decides which record holds.' } as const

async function runOrderOperation(tx: Tx, actor: PersonActor, { operation, payload, at }: Doing<Command>): Promise<Taken> {
  const { id } = operation.entity
  await lockWork(tx, id, payload.name, actor.personId)
  const status = await statusOf(tx, id)
  const meant = status === null ? payload : reinterpret(status, payload)
  const result = await orderCommandIn(tx, actor, { id, opId: operation.opId, version: operation.baseVersion, command: meant, at })
  if (result.review) return { outcome: 'needs-review', reason: { code: result.review.kind, message: REVIEWS[result.review.kind] }, result: { ...result } }
  return { outcome: meant === payload && !result.late ? 'applied' : 'merged', reason: null, result: { ...result } }
}

const isolationAct = z.object({ type: z.enum(Object.keys(ISOLATION_EVENTS) as [IsolationEventType]), data: z.record(z.string(), z.unknown()), late: z.boolean().default(false) })
  .transform(({ type, data, late }, context): { readonly act: IsolationAct; readonly late: boolean } => {
    const parsed = ISOLATION_EVENTS[type].safeParse(data)
    if (parsed.success) return { late, act: { type, data: parsed.data } as IsolationAct }
    for (const issue of parsed.error.issues) context.addIssue({ code: 'custom', message: `${type}: ${issue.path.join('.')} ${issue.message}` })
    return z.NEVER
  })

async function runIsolationOperation(tx: Tx, actor: PersonActor, { operation, payload, at }: Doing<z.output<typeof isolationAct>>): Promise<Taken> {
  const result = await isolateIn(tx, actor, { orderId: operation.entity.id, opId: operation.opId, at, ...payload })
  return { outcome: 'applied', reason: null, result: { ...result } }
}

const applied = (result: object): Taken => ({ outcome: 'applied', reason: null, result: { ...result } })

async function started(tx: Tx, actor: PersonActor, { operation, payload, at }: Doing<z.output<typeof emergencyPayload>>): Promise<Taken> {
  const { followUpOf, ...input } = payload
  const follows = followUpOf !== undefined && (await followable(tx, followUpOf, input.assetId)) ? { followUpOf } : {}
  return applied(await startEmergencyIn(tx, actor, { ...input, ...follows, id: operation.entity.id, opId: operation.opId, at }))
}
const logged = (tx: Tx, actor: PersonActor, { operation, payload, at }: Doing<z.output<typeof donePayload>>): Promise<Taken> =>
  logDoneIn(tx, actor, { ...payload, id: operation.entity.id, opId: operation.opId, at }).then(applied)
const requested = (tx: Tx, actor: PersonActor, { operation, payload, at }: Doing<z.output<typeof requestPayload>>): Promise<Taken> =>
  fileRequestIn(tx, actor, { ...payload, id: operation.entity.id, opId: operation.opId, at }).then(applied)

const permitAct = z.object({ id: z.uuid(), name: z.enum(PERMIT_COMMANDS), fields: z.record(z.string(), z.unknown()), late: z.boolean().default(false) })
  .transform(({ id, name, fields, late }, context): { readonly id: string; readonly act: PermitAct; readonly late: boolean } => {
    const parsed = PERMIT_PAYLOADS[name].safeParse(fields)
    if (parsed.success) return { id, late, act: { name, payload: parsed.data } as PermitAct }
    for (const issue of parsed.error.issues) context.addIssue({ code: 'custom', message: `${name}: ${issue.path.join('.')} ${issue.message}` })
    return z.NEVER
  })

async function runPermitOperation(tx: Tx, actor: PersonActor, { operation, payload, at }: Doing<z.output<typeof permitAct>>): Promise<Taken> {
  const result = await permitIn(tx, actor, { opId: operation.opId, at, ...payload })
  return { outcome: 'applied', reason: null, result: { ...result } }
}

// What a tablet makes has the id that the tablet gave it.
const done = (result: { readonly id: string }): Taken => ({ outcome: 'applied', reason: null, result })

const HANDLERS: ReadonlyMap<string, CarryOut> = new Map([
  ['order.command', handler(orderCommand, runOrderOperation)],
  ['order.emergency', handler(emergencyPayload, started)],
  ['order.done', handler(donePayload, logged)],
  ['order.request', handler(requestPayload, requested)],
  ['isolation.act', handler(isolationAct, runIsolationOperation)],
  ['permit.act', handler(permitAct, runPermitOperation)],
  ['handover.sign', handler(shiftHandover, async (tx, actor, { operation, payload, at }) => done(await signShift(tx, actor, { ...payload, id: operation.entity.id, opId: operation.opId, at })))],
  ['handover.acknowledge', handler(takingOver, async (tx, actor, { operation, payload, at }) => done(await acknowledgeHandover(tx, actor, { ...payload, id: operation.entity.id, opId: operation.opId, at })))],
  ['repair.register', handler(newRepair, async (tx, actor, { operation, payload, at }) => done(await registerRepair(tx, actor, { opId: operation.entity.id, at, repair: payload })))],
  ['repair.remove', handler(removing, async (tx, actor, { operation, payload, at }) => done(await removeRepair(tx, actor, { ...payload, id: operation.entity.id, opId: operation.opId, at })))],
])

/** carryOut runs an operation in the caller's transaction; 'invalid' when its kind or payload is not understood, else whatever the use case refuses with. */
export function carryOut(tx: Tx, actor: PersonActor, operation: Operation, at: Date): Promise<Taken> {
  const found = HANDLERS.get(operation.kind)
  if (!found) throw new AppError('invalid', `This server does not know the operation "${operation.kind}".`, { kind: operation.kind })
  if (operation.entity.kind !== entityOf(operation.kind)) throw new AppError('invalid', `The operation "${operation.kind}" is not about a ${operation.entity.kind}.`, { kind: operation.kind })
  return found(tx, actor, operation, at)
}
