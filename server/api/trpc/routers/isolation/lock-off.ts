import { ISOLATION_EVENTS } from '#server/core/isolation/events.ts'
import { isolate } from '#server/flows/isolate.ts'
import { procedure } from '../../init.ts'
import { actHead, asAct } from './as-act.ts'

/** lockOff says that the person has taken his own lock off. */
export const lockOff = procedure('work-order.execute')
  .input(actHead.extend(ISOLATION_EVENTS['lock-off'].shape))
  .mutation(({ ctx, input }) => isolate(ctx.actor, asAct('lock-off', input)))
