import * as z from 'zod'
import { acknowledge as acknowledgeIncident } from '#server/modules/incidents/index.ts'
import { procedure } from '../../init.ts'

/** acknowledge says that the signed-in person has seen an incident. */
export const acknowledge = procedure('incident.handle', 'acknowledge-incident')
  .input(z.object({ id: z.uuid() }))
  .mutation(({ ctx, input }) => acknowledgeIncident(ctx.actor, input))
