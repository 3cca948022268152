import * as z from 'zod'
import { instant } from '#server/core/work-orders/instant.ts'
import { remove } from '#server/flows/hand-over.ts'
import { procedure } from '../../init.ts'

/** removeRepair takes a temporary repair off the register: it is gone. */
export const removeRepair = procedure('work-order.execute')
  .input(z.object({ id: z.uuid(), opId: z.uuid(), at: instant.optional(), note: z.string().trim().min(1).max(1000).optional() }))
  .mutation(({ ctx, input }) => remove(ctx.actor, input))
