import * as z from 'zod'
import { limitsAsk, startLimits } from '#server/flows/backtest/index.ts'
import { ringBacktest } from '#server/queue/doorbell.ts'
import { procedure } from '../../init.ts'

/** proposeLimits asks for limits to be learnt from a range of a point's history; the job is followed by backtests.get. */
export const proposeLimits = procedure('rule.edit')
  .input(limitsAsk.extend({ ruleId: z.uuid(), definition: z.unknown(), from: z.coerce.date(), to: z.coerce.date() }))
  .mutation(async ({ ctx, input }) => {
    const { id } = await startLimits(ctx.actor, input)
    ringBacktest({ orgId: ctx.actor.orgId, id })
    return { id }
  })
