import * as z from 'zod'
import { shadowCriteria } from '#server/core/rules/shadow.ts'
import { demoteRule } from '#server/flows/demote-rule.ts'
import { procedure } from '../../init.ts'

/** demote takes a rule out of force and lets its version only be watched, with the reason. */
export const demote = procedure('rule.publish')
  .input(z.object({ id: z.uuid(), reason: z.string().trim().min(1, 'Say in a few words why.').max(500), criteria: shadowCriteria }))
  .mutation(({ ctx, input }) => demoteRule(ctx.actor, input))
