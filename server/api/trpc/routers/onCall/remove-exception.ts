import * as z from 'zod'
import { removeException as end } from '#server/modules/on-call/index.ts'
import { procedure } from '../../init.ts'

/** removeException takes an exception back. */
export const removeException = procedure('notify.edit')
  .input(z.object({ id: z.uuid() }))
  .mutation(({ ctx, input }) => end(ctx.actor, input))
