import * as z from 'zod'
import { planContent } from '#server/core/isolation/plan.ts'
import { savePlan as save } from '#server/modules/isolation/index.ts'
import { procedure } from '../../init.ts'

/** savePlan keeps a machine's isolation plan as a draft; the published version stays in force. */
export const savePlan = procedure('isolation.edit')
  .input(z.object({ assetId: z.uuid(), content: planContent, seen: z.int().min(1).nullable() }))
  .mutation(({ ctx, input }) => save(ctx.actor, input))
