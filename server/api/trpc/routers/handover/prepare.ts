import * as z from 'zod'
import { prepareHandover } from '#server/modules/handover/index.ts'
import { procedure } from '../../init.ts'

/** prepare gathers what is open in a place now, and keeps it to be signed. */
export const prepare = procedure('work-order.execute')
  .input(z.object({ siteId: z.uuid(), areaId: z.uuid().nullable() }))
  .mutation(({ ctx, input }) => prepareHandover(ctx.actor, input))
