import { emergencyInput } from '#server/core/work-orders/unplanned.ts'
import { startEmergency } from '#server/flows/start-emergency.ts'
import { procedure } from '../../init.ts'

/** emergency makes an order and begins the work in one: its approval is given afterwards. */
export const emergency = procedure('work-order.break-in', 'start-order')
  .input(emergencyInput)
  .mutation(({ ctx, input }) => startEmergency(ctx.actor, input))
