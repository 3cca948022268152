import { ISOLATION_EVENTS } from '#server/core/isolation/events.ts'
import { isolate } from '#server/flows/isolate.ts'
import { procedure } from '../../init.ts'
import { actHead, asAct } from './as-act.ts'

/** begin begins the isolation of an order with the plan of its machine that is in force. */
export const begin = procedure('work-order.execute')
  .input(actHead.extend(ISOLATION_EVENTS.begun.shape))
  .mutation(({ ctx, input }) => isolate(ctx.actor, asAct('begun', input)))
