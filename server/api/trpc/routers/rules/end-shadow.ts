import * as z from 'zod'
import { endShadow as end } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** endShadow stops watching a version, with the reason. */
export const endShadow = procedure('rule.edit')
  .input(z.object({ id: z.uuid(), reason: z.string().trim().min(1, 'Say in a few words why.').max(500) }))
  .mutation(({ ctx, input }) => end(ctx.actor, input))
