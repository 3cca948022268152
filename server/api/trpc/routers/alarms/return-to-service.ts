import * as z from 'zod'
import { returnToService as returnPoint } from '#server/modules/incidents/index.ts'
import { procedure } from '../../init.ts'

/** returnToService ends an outage. */
export const returnToService = procedure('alarm.suppress')
  .input(z.object({ outageId: z.uuid() }))
  .mutation(({ ctx, input }) => returnPoint(ctx.actor, input))
