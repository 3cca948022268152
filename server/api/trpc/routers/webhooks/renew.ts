import * as z from 'zod'
import { renewSecret } from '#server/modules/notify/index.ts'
import { procedure } from '../../init.ts'

/** renew gives a webhook a new signing secret; the answer is the only time it can be seen. */
export const renew = procedure('webhook.edit')
  .input(z.object({ id: z.uuid() }))
  .mutation(({ ctx, input }) => renewSecret(ctx.actor, input))
