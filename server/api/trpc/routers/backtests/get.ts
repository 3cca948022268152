import * as z from 'zod'
import { getBacktest } from '#server/modules/backtests/index.ts'
import { procedure } from '../../init.ts'

/** get reads a job: how far it is, and what came of it. */
export const get = procedure('rule.read').input(z.object({ id: z.uuid() })).query(({ ctx, input }) => getBacktest(ctx.actor, input.id))
