import { initTRPC, TRPCError } from '@trpc/server'
import { errorSentence } from '#server/core/kernel/error-sentences.ts'
import { AppError } from '#server/core/kernel/errors.ts'
import { can, type PersonActor } from '#server/core/people/actor.ts'
import type { FirstDayStep } from '#server/core/people/first-day.ts'
import type { Permission } from '#server/core/people/permissions.ts'
import { MINUTE_MS, SECOND_MS } from '#server/core/kernel/time.ts'
import { noteFirstDay } from '#server/modules/people/index.ts'
import { log } from '#server/platform/log.ts'
import { observeRequest } from '../observe-request.ts'
import type { ApiContext } from './context.ts'
import { describeError, toTrpcError } from './errors.ts'

/** ProcedureMeta declares what a caller must be allowed to do; without it no procedure runs. */
export interface ProcedureMeta {
  readonly permission: Permission
  /** The first-day step that is done when this procedure succeeds. */
  readonly firstDay?: FirstDayStep
}

const t = initTRPC
  .context<ApiContext>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error, ctx }) => {
      const mapped = toTrpcError(error)
      const { message, facts } = describeError(mapped)
      return { ...shape, message, data: { ...shape.data, ...facts, requestId: ctx?.requestId ?? null } }
    },
    sse: {
      ping: { enabled: true, intervalMs: 15 * SECOND_MS },
      client: { reconnectAfterInactivityMs: 40 * SECOND_MS },
      // A stream ends and reconnects now and then, so that a withdrawn permission does not live on in an open one.
      maxDurationMs: 5 * MINUTE_MS,
    },
  })

/** router groups procedures. */
export const router = t.router

/** createCaller makes a router callable on the server, for page prefetch and tests. */
export const createCaller = t.createCallerFactory

const guard = t.middleware(async ({ ctx, meta, path, type, next }) => {
  const permission = meta?.permission
  if (!permission) throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'A procedure without a permission was called.' })
  const { actor, session } = ctx
  if (!actor || !session) throw toTrpcError(wrap(new AppError('unauthenticated', errorSentence('sign-in'))))
  if (!can(actor, permission)) {
    throw toTrpcError(
      wrap(new AppError('forbidden', errorSentence('role'), { permission })),
    )
  }
  const started = performance.now()
  const result = await next({ ctx: { ...ctx, actor, session } })
  // A stream ends when its reader leaves: how long that took says nothing.
  if (type !== 'subscription') observeRequest('trpc', path, result.ok ? 'ok' : toTrpcError(result.error).code, performance.now() - started)
  if (!result.ok) throw toTrpcError(result.error)
  if (meta.firstDay) await tick(actor, meta.firstDay)
  return result
})

// A list that could not be ticked must not fail the work that was done.
const tick = (actor: PersonActor, step: FirstDayStep): Promise<void> =>
  noteFirstDay(actor, step).catch((error: unknown) => log.warn({ err: error, step }, 'first-day step not ticked'))

const wrap = (cause: AppError): TRPCError => new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause })

/**
 * procedure starts a procedure that needs the permission: checked before the input is read, at any site.
 * The use case checks it again for the site of the thing it touches. A first-day step named here is ticked when the procedure succeeds.
 */
export const procedure = (permission: Permission, firstDay?: FirstDayStep) =>
  t.procedure.meta(firstDay ? { permission, firstDay } : { permission }).use(guard)
