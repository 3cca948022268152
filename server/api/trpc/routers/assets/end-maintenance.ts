import * as z from 'zod'
import { endMaintenance as end } from '#server/modules/assets/index.ts'
import { procedure } from '../../init.ts'

/** endMaintenance takes a declaration of maintenance back. */
export const endMaintenance = procedure('incident.handle')
  .input(z.object({ id: z.uuid() }))
  .mutation(({ ctx, input }) => end(ctx.actor, input))
