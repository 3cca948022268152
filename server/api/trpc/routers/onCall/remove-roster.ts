import * as z from 'zod'
import { removeRoster as end } from '#server/modules/on-call/index.ts'
import { procedure } from '../../init.ts'

/** removeRoster takes a roster away. */
export const removeRoster = procedure('notify.edit')
  .input(z.object({ id: z.uuid() }))
  .mutation(({ ctx, input }) => end(ctx.actor, input))
