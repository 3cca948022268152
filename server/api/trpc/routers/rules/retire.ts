import * as z from 'zod'
import { retireRule } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** retire takes a rule out of force. */
export const retire = procedure('rule.publish')
  .input(z.object({ id: z.uuid(), reason: z.string().trim().max(500).optional() }))
  .mutation(({ ctx, input }) => retireRule(ctx.actor, input))
