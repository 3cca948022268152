import * as z from 'zod'
import { createRule } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** create makes a rule as a draft. */
export const create = procedure('rule.edit')
  .input(z.object({ name: z.string().trim().min(1).max(120), classId: z.uuid().optional(), assetId: z.uuid().optional(), definition: z.unknown() }))
  .mutation(({ ctx, input }) => createRule(ctx.actor, input))
