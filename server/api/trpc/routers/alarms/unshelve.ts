import * as z from 'zod'
import { unshelve as unshelveAlarm } from '#server/modules/incidents/index.ts'
import { procedure } from '../../init.ts'

/** unshelve takes an alarm off its shelf. */
export const unshelve = procedure('incident.handle')
  .input(z.object({ shelfId: z.uuid() }))
  .mutation(({ ctx, input }) => unshelveAlarm(ctx.actor, input))
