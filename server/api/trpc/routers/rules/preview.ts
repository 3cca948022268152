import * as z from 'zod'
import { previewRule } from '#server/flows/preview-rule.ts'
import { procedure } from '../../init.ts'

const MAX_DAYS = 90

/** preview shows where a definition would have fired on a point's last days, judged by the same engine as live. */
export const preview = procedure('rule.read', 'preview-rule')
  .input(z.object({ definition: z.unknown(), pointId: z.uuid(), days: z.number().min(0.04).max(MAX_DAYS), ruleId: z.uuid().optional() }))
  .query(({ ctx, input }) => previewRule(ctx.actor, input))
