import { ISOLATION_EVENTS } from '#server/core/isolation/events.ts'
import { isolate } from '#server/flows/isolate.ts'
import { procedure } from '../../init.ts'
import { actHead, asAct } from './as-act.ts'

/** lift takes the isolation away for a test run: locks are off, tools are clear and people are told. */
export const lift = procedure('work-order.execute')
  .input(actHead.extend(ISOLATION_EVENTS.lifted.shape))
  .mutation(({ ctx, input }) => isolate(ctx.actor, asAct('lifted', input)))
