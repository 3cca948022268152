import * as z from 'zod'
import { SHADOW_ANSWERS } from '#server/core/rules/shadow.ts'
import { judgeFiring as judge } from '#server/modules/verdicts/index.ts'
import { procedure } from '../../init.ts'

/** judgeFiring says whether what a shadow version would have raised would have been right; null takes it back. */
export const judgeFiring = procedure('incident.handle')
  .input(z.object({ id: z.uuid(), answer: z.enum(SHADOW_ANSWERS).nullable(), note: z.string().max(500).optional() }))
  .mutation(({ ctx, input }) => judge(ctx.actor, input))
