import * as z from 'zod'
import { readPlan } from '#server/modules/isolation/index.ts'
import { procedure } from '../../init.ts'

/** plan reads a machine's isolation plan: what is in force, and the draft. */
export const plan = procedure('asset.read')
  .input(z.object({ assetId: z.uuid() }))
  .query(({ ctx, input }) => readPlan(ctx.actor, input.assetId))
