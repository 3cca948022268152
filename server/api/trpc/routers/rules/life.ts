import * as z from 'zod'
import { ruleLife } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** life shows a rule's versions with who wrote and published each, when and why, and the turns of its life. */
export const life = procedure('rule.read')
  .input(z.object({ id: z.uuid() }))
  .query(({ ctx, input }) => ruleLife(ctx.actor, input.id))
