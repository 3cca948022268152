import { exceptionInput } from '#server/core/on-call/roster-input.ts'
import { addException as add } from '#server/modules/on-call/index.ts'
import { procedure } from '../../init.ts'

/** addException says that somebody is away, or stands in. */
export const addException = procedure('notify.edit').input(exceptionInput).mutation(({ ctx, input }) => add(ctx.actor, input))
