import * as z from 'zod'
import { cancelBacktest } from '#server/modules/backtests/index.ts'
import { procedure } from '../../init.ts'

/** cancel ends a job that is not over; whoever runs it stops within a second. */
export const cancel = procedure('rule.edit').input(z.object({ id: z.uuid() })).mutation(({ ctx, input }) => cancelBacktest(ctx.actor, input.id))
