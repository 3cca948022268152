import * as z from 'zod'
import { limitOverrideSchema } from '#server/core/condition/override.ts'
import { setOverride as set } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** setOverride gives one machine limits of its own for a rule of its class. */
export const setOverride = procedure('rule.publish')
  .input(z.object({
    ruleId: z.uuid(), assetId: z.uuid(), limits: limitOverrideSchema, reason: z.string().trim().min(1, 'Say in a few words why.').max(500),
    seen: z.int().min(0).default(0),
  }))
  .mutation(({ ctx, input }) => set(ctx.actor, input))
