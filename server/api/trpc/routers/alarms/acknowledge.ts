import * as z from 'zod'
import { acknowledgeMany } from '#server/modules/incidents/index.ts'
import { procedure } from '../../init.ts'

/** acknowledge says that the signed-in person has seen alarms, one or many, with what is folded under them if asked. */
export const acknowledge = procedure('incident.handle', 'acknowledge-incident')
  .input(z.object({ ids: z.array(z.uuid()).min(1).max(200), folded: z.boolean().optional() }))
  .mutation(({ ctx, input }) => acknowledgeMany(ctx.actor, input))
