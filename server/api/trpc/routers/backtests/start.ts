import * as z from 'zod'
import { startBacktest } from '#server/flows/backtest/index.ts'
import { ringBacktest } from '#server/queue/doorbell.ts'
import { procedure } from '../../init.ts'

const MOST_MACHINES = 500

/** start asks for a definition to be tried on a range of history beside the version in force; without machines, on all that the rule concerns. */
export const start = procedure('rule.edit')
  .input(z.object({ ruleId: z.uuid(), definition: z.unknown(), from: z.coerce.date(), to: z.coerce.date(), assetIds: z.array(z.uuid()).min(1).max(MOST_MACHINES).optional() }))
  .mutation(async ({ ctx, input }) => {
    const { id } = await startBacktest(ctx.actor, input)
    ringBacktest({ orgId: ctx.actor.orgId, id })
    return { id }
  })
