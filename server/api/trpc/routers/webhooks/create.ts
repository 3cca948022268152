import * as z from 'zod'
import { createWebhook } from '#server/modules/notify/index.ts'
import { procedure } from '../../init.ts'
import { heard, label, minPriority } from './inputs.ts'

/** create makes a webhook; the answer is the only time its signing secret can be seen. */
export const create = procedure('webhook.edit')
  .input(z.object({ label, address: z.string().trim().max(2000), siteId: z.uuid().nullable(), categories: heard, minPriority }))
  .mutation(({ ctx, input }) => createWebhook(ctx.actor, input))
