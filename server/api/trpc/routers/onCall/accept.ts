import * as z from 'zod'
import { acceptCall } from '#server/flows/tell/index.ts'
import { now } from '#server/platform/clock.ts'
import { ringDeliveries } from '#server/queue/deliveries.ts'
import { procedure } from '../../init.ts'

/** accept says that the caller comes: nobody else is called, and the others are told. */
export const accept = procedure('me.read')
  .input(z.object({ id: z.uuid() }))
  .mutation(async ({ ctx, input }) => ringDeliveries((await acceptCall(ctx.actor, input)).rung, now()))
