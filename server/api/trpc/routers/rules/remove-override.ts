import * as z from 'zod'
import { removeOverride as remove } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** removeOverride lets the rule's own limits hold for a machine again. */
export const removeOverride = procedure('rule.publish')
  .input(z.object({ ruleId: z.uuid(), assetId: z.uuid(), reason: z.string().trim().min(1, 'Say in a few words why.').max(500), seen: z.int().min(0) }))
  .mutation(({ ctx, input }) => remove(ctx.actor, input))
