import * as z from 'zod'
import { removeEndpoint } from '#server/modules/notify/index.ts'
import { procedure } from '../../init.ts'

/** remove takes one of the caller's browsers or the telephone away, by id, or this browser by its address. */
export const remove = procedure('me.read')
  .input(z.union([z.object({ id: z.uuid() }), z.object({ address: z.url().max(2000) })]))
  .mutation(({ ctx, input }) => removeEndpoint(ctx.actor, input))
