import * as z from 'zod'
import { listOverrides } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** overrides lists the machines that have limits of their own for a rule, beside the rule's. */
export const overrides = procedure('rule.read')
  .input(z.object({ ruleId: z.uuid() }))
  .query(({ ctx, input }) => listOverrides(ctx.actor, input))
