import * as z from 'zod'
import { allow as allowHost } from '#server/modules/notify/index.ts'
import { procedure } from '../../init.ts'

/** allow lets messages go to a host or network inside the plant. */
export const allow = procedure('webhook.edit')
  .input(z.object({ pattern: z.string().trim().min(1).max(300), note: z.string().trim().max(200).nullable() }))
  .mutation(({ ctx, input }) => allowHost(ctx.actor, input))
