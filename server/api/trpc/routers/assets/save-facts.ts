import * as z from 'zod'
import { machineFacts, seenFacts } from '#server/core/assets/machine-facts.ts'
import { saveMachineFacts } from '#server/modules/assets/index.ts'
import { procedure } from '../../init.ts'

/** saveFacts writes what vibration standards ask of a machine into its nameplate; seen is what stood there. */
export const saveFacts = procedure('asset.edit')
  .input(z.object({ id: z.uuid(), facts: machineFacts, seen: seenFacts }))
  .mutation(({ ctx, input }) => saveMachineFacts(ctx.actor, input))
