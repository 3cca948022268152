import * as z from 'zod'
import { measurementFacts } from '#server/core/assets/measurement-facts.ts'
import { savePointFacts } from '#server/modules/assets/index.ts'
import { procedure } from '../../init.ts'

/** savePoint writes a point's unit, the band that it truly covers and its sample rate; seen is what stood there. */
export const savePoint = procedure('asset.edit')
  .input(z.object({ id: z.uuid(), facts: measurementFacts, seen: measurementFacts }))
  .mutation(({ ctx, input }) => savePointFacts(ctx.actor, input))
