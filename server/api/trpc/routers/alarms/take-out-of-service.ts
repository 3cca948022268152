import * as z from 'zod'
import { takeOutOfService as takeOut } from '#server/modules/incidents/index.ts'
import { procedure } from '../../init.ts'
import { reason } from './inputs.ts'

/** takeOutOfService takes the point or the rule behind an alarm out of service under an order. */
export const takeOutOfService = procedure('alarm.suppress')
  .input(z.object({ id: z.uuid(), scope: z.enum(['point', 'rule']), workOrderId: z.uuid(), reason }))
  .mutation(({ ctx, input }) => takeOut(ctx.actor, input))
