import * as z from 'zod'
import { readExtent } from '#server/flows/backtest/index.ts'
import { procedure } from '../../init.ts'

const MOST_CODES = 64

/** extent tells how much past there is of points on the machines that a rule concerns, to choose a range from. */
export const extent = procedure('rule.edit')
  .input(z.object({ ruleId: z.uuid(), codes: z.array(z.string().min(1)).min(1).max(MOST_CODES) }))
  .query(({ ctx, input }) => readExtent(ctx.actor, input.ruleId, input.codes))
