import * as z from 'zod'
import { listBacktests } from '#server/modules/backtests/index.ts'
import { procedure } from '../../init.ts'

/** list lists a rule's newest jobs of a kind. */
export const list = procedure('rule.read')
  .input(z.object({ ruleId: z.uuid(), kind: z.enum(['backtest', 'limits']).default('backtest') }))
  .query(({ ctx, input }) => listBacktests(ctx.actor, input.ruleId, input.kind))
