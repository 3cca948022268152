import * as z from 'zod'
import { decideBaseline as decide } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** decideBaseline says whether what was learnt of a machine since a repair may be judged by, or the old baseline goes on. */
export const decideBaseline = procedure('rule.publish')
  .input(z.object({ id: z.uuid(), accept: z.boolean(), reason: z.string().trim().min(1, 'Say in a few words why.').max(500) }))
  .mutation(({ ctx, input }) => decide(ctx.actor, input))
