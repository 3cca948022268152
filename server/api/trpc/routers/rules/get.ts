import * as z from 'zod'
import { getRule } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** get shows one rule with its versions and points. */
export const get = procedure('rule.read', 'open-rule')
  .input(z.object({ id: z.uuid() }))
  .query(({ ctx, input }) => getRule(ctx.actor, input.id))
