import { ISOLATION_EVENTS } from '#server/core/isolation/events.ts'
import { isolate } from '#server/flows/isolate.ts'
import { procedure } from '../../init.ts'
import { actHead, asAct } from './as-act.ts'

/** removeLock takes the lock of an absent person off, with the reason and a second person who saw it. */
export const removeLock = procedure('isolation.override')
  .input(actHead.extend(ISOLATION_EVENTS['lock-removed'].shape))
  .mutation(({ ctx, input }) => isolate(ctx.actor, asAct('lock-removed', input)))
