import * as z from 'zod'
import { promoteShadow } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** promote puts the watched version in force, with the reason. */
export const promote = procedure('rule.publish')
  .input(z.object({ id: z.uuid(), version: z.int().min(1), reason: z.string().trim().min(1, 'Say in a few words why.').max(500) }))
  .mutation(({ ctx, input }) => promoteShadow(ctx.actor, input))
