import * as z from 'zod'
import { shadowReport } from '#server/modules/verdicts/index.ts'
import { procedure } from '../../init.ts'

/** shadow shows what the version that is only watched has come to beside the one in force; null when none is. */
export const shadow = procedure('rule.read')
  .input(z.object({ id: z.uuid() }))
  .query(({ ctx, input }) => shadowReport(ctx.actor, input.id))
