import * as z from 'zod'
import { removeWebhook } from '#server/modules/notify/index.ts'
import { procedure } from '../../init.ts'

/** remove takes a webhook away for good. */
export const remove = procedure('webhook.edit')
  .input(z.object({ id: z.uuid() }))
  .mutation(({ ctx, input }) => removeWebhook(ctx.actor, input))
