import * as z from 'zod'
import { publishPlan as publish } from '#server/modules/isolation/index.ts'
import { procedure } from '../../init.ts'

/** publishPlan puts a machine's draft in force. */
export const publishPlan = procedure('isolation.edit')
  .input(z.object({ assetId: z.uuid(), seen: z.int().min(1), note: z.string().trim().min(1).max(600).nullable() }))
  .mutation(({ ctx, input }) => publish(ctx.actor, input))
