import { ISOLATION_EVENTS } from '#server/core/isolation/events.ts'
import { isolate } from '#server/flows/isolate.ts'
import { procedure } from '../../init.ts'
import { actHead, asAct } from './as-act.ts'

/** lockOn says that the person has put his own lock on. */
export const lockOn = procedure('work-order.execute')
  .input(actHead.extend(ISOLATION_EVENTS['lock-on'].shape))
  .mutation(({ ctx, input }) => isolate(ctx.actor, asAct('lock-on', input)))
