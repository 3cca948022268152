import * as z from 'zod'
import { renewSecret } from '#server/modules/notify/index.ts'
import { procedure } from '../../init.ts'

/** renew gives a webhook a new signing secret, beside the old one for a day or instead of it at once; the answer is the only time it can be seen. */
export const renew = procedure('webhook.edit')
  .input(z.object({ id: z.uuid(), atOnce: z.boolean() }))
  .mutation(async ({ ctx, input }) => {
    const { secret, oldUntil } = await renewSecret(ctx.actor, input)
    return { secret, oldUntil: oldUntil?.toISOString() ?? null }
  })
