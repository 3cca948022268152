import * as z from 'zod'
import { declareMaintenance as declare } from '#server/modules/assets/index.ts'
import { procedure } from '../../init.ts'

/** declareMaintenance keeps one machine's alarms quiet while it is worked on, with the reason and the latest end. */
export const declareMaintenance = procedure('incident.handle')
  .input(z.object({ id: z.uuid(), reason: z.string().trim().min(3, 'Say in a few words what is done.').max(300), until: z.iso.datetime({ offset: true }) }))
  .mutation(({ ctx, input }) => declare(ctx.actor, { ...input, until: new Date(input.until) }))
