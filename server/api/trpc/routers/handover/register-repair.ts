import * as z from 'zod'
import { newRepair } from '#server/core/handover/handover.ts'
import { instant } from '#server/core/work-orders/instant.ts'
import { register } from '#server/flows/hand-over.ts'
import { procedure } from '../../init.ts'

/** registerRepair registers a temporary repair with its owner, risk, end and the order that removes it. */
export const registerRepair = procedure('work-order.execute')
  .input(z.object({ opId: z.uuid(), at: instant.optional(), repair: newRepair }))
  .mutation(({ ctx, input }) => register(ctx.actor, input))
