import * as z from 'zod'
import { testWebhook } from '#server/modules/notify/index.ts'
import { now } from '#server/platform/clock.ts'
import { ringDeliveries } from '#server/queue/deliveries.ts'
import { procedure } from '../../init.ts'

/** test sends a webhook a test message; how that went shows in the list. */
export const test = procedure('webhook.edit')
  .input(z.object({ id: z.uuid() }))
  .mutation(async ({ ctx, input }) => ringDeliveries([await testWebhook(ctx.actor, input)], now()))
