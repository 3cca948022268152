import { ISOLATION_EVENTS } from '#server/core/isolation/events.ts'
import { isolate } from '#server/flows/isolate.ts'
import { procedure } from '../../init.ts'
import { actHead, asAct } from './as-act.ts'

/** restore begins the isolation anew after a test run: every step is done again. */
export const restore = procedure('work-order.execute')
  .input(actHead.extend(ISOLATION_EVENTS.restored.shape))
  .mutation(({ ctx, input }) => isolate(ctx.actor, asAct('restored', input)))
