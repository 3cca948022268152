import * as z from 'zod'
import { instant } from '#server/core/work-orders/instant.ts'
import { change } from '#server/flows/hand-over.ts'
import { procedure } from '../../init.ts'

/** changeRepair gives a temporary repair another owner, another end, or the order that removes it. */
export const changeRepair = procedure('work-order.execute')
  .input(z.object({ id: z.uuid(), ownerId: z.uuid().optional(), expiresAt: instant.optional(), order: z.string().trim().max(20).optional() }))
  .mutation(({ ctx, input }) => change(ctx.actor, input))
