import * as z from 'zod'
import { saveRuleTests } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** saveTests keeps a rule's tests; an empty text removes them. */
export const saveTests = procedure('rule.edit')
  .input(z.object({ id: z.uuid(), text: z.string().max(200_000) }))
  .mutation(({ ctx, input }) => saveRuleTests(ctx.actor, input))
