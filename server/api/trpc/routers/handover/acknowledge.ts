import * as z from 'zod'
import { instant } from '#server/core/work-orders/instant.ts'
import { acknowledge as acknowledgeHandover } from '#server/flows/hand-over.ts'
import { procedure } from '../../init.ts'

/** acknowledge takes a handover over as the incoming person. */
export const acknowledge = procedure('work-order.execute')
  .input(z.object({ id: z.uuid(), opId: z.uuid(), at: instant.optional(), note: z.string().trim().min(1).max(2000).optional() }))
  .mutation(({ ctx, input }) => acknowledgeHandover(ctx.actor, input))
