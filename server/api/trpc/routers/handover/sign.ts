import * as z from 'zod'
import { SHIFTS } from '#server/core/handover/handover.ts'
import { instant } from '#server/core/work-orders/instant.ts'
import { sign as signHandover } from '#server/flows/hand-over.ts'
import { procedure } from '../../init.ts'

/** sign signs a handover as the outgoing person: what was shown is frozen with it. */
export const sign = procedure('work-order.execute')
  .input(z.object({ opId: z.uuid(), at: instant.optional(), snapshotId: z.uuid(), shift: z.enum(SHIFTS), text: z.string().trim().max(8000) }))
  .mutation(({ ctx, input }) => signHandover(ctx.actor, input))
