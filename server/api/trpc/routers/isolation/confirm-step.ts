import { ISOLATION_EVENTS } from '#server/core/isolation/events.ts'
import { isolate } from '#server/flows/isolate.ts'
import { procedure } from '../../init.ts'
import { actHead, asAct } from './as-act.ts'

/** confirmStep confirms one step of an isolation; the steps before it come first. */
export const confirmStep = procedure('work-order.execute')
  .input(actHead.extend(ISOLATION_EVENTS['step-confirmed'].shape))
  .mutation(({ ctx, input }) => isolate(ctx.actor, asAct('step-confirmed', input)))
