import * as z from 'zod'
import { shadowCriteria } from '#server/core/rules/shadow.ts'
import { startShadow as start } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** startShadow lets a version be watched: it counts what it would have raised, and raises nothing. */
export const startShadow = procedure('rule.edit')
  .input(z.object({ id: z.uuid(), version: z.int().min(1), reason: z.string().trim().min(1, 'Say in a few words why.').max(500), criteria: shadowCriteria }))
  .mutation(({ ctx, input }) => start(ctx.actor, input))
