import * as z from 'zod'
import { findParts as find } from '#server/modules/work-orders/index.ts'
import { procedure } from '../../init.ts'

/** findParts finds parts by number or name. */
export const findParts = procedure('work-order.read')
  .input(z.object({ q: z.string().trim().min(1).max(100) }))
  .query(({ ctx, input }) => find(ctx.actor, input.q))
