import * as z from 'zod'
import { WINDOWS } from '#server/core/verdicts/window.ts'
import { rulePrecision } from '#server/modules/verdicts/index.ts'
import { procedure } from '../../init.ts'

/** precision shows what verdicts say of one rule over the last days. */
export const precision = procedure('rule.read')
  .input(z.object({ id: z.uuid(), days: z.literal([...WINDOWS]) }))
  .query(({ ctx, input }) => rulePrecision(ctx.actor, input))
