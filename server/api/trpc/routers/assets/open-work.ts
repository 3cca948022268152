import * as z from 'zod'
import { openWork as read } from '#server/modules/work-orders/index.ts'
import { procedure } from '../../init.ts'

/** openWork tells what is reported of a machine already. */
export const openWork = procedure('work-order.request')
  .input(z.object({ assetId: z.uuid() }))
  .query(({ ctx, input }) => read(ctx.actor, input.assetId))
