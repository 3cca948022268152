import * as z from 'zod'
import { publishRule } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** publish puts a rule's draft in force, with a note of why. */
export const publish = procedure('rule.publish', 'publish-rule')
  .input(z.object({ id: z.uuid(), note: z.string().trim().min(1, 'Say in a few words why.').max(500) }))
  .mutation(({ ctx, input }) => publishRule(ctx.actor, input))
