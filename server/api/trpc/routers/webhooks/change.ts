import * as z from 'zod'
import { changeWebhook } from '#server/modules/notify/index.ts'
import { procedure } from '../../init.ts'
import { heard, label, minPriority } from './inputs.ts'

/** change changes what a webhook hears of, or switches it on or off. */
export const change = procedure('webhook.edit')
  .input(z.object({
    id: z.uuid(), label: label.exactOptional(), categories: heard.exactOptional(), minPriority: minPriority.exactOptional(), enabled: z.boolean().exactOptional(),
  }))
  .mutation(({ ctx, input }) => changeWebhook(ctx.actor, input))
