import * as z from 'zod'
import { WINDOWS } from '#server/core/verdicts/window.ts'
import { precisionBoard as board } from '#server/modules/verdicts/index.ts'
import { procedure } from '../../init.ts'

/** precisionBoard shows what verdicts say of all rules and classes over the last days. */
export const precisionBoard = procedure('rule.read')
  .input(z.object({ days: z.literal([...WINDOWS]) }))
  .query(({ ctx, input }) => board(ctx.actor, input))
