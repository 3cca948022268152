import { ISOLATION_EVENTS } from '#server/core/isolation/events.ts'
import { isolate } from '#server/flows/isolate.ts'
import { procedure } from '../../init.ts'
import { actHead, asAct } from './as-act.ts'

/** end ends an isolation: locks are off, tools are clear and people are told. */
export const end = procedure('work-order.execute')
  .input(actHead.extend(ISOLATION_EVENTS.ended.shape))
  .mutation(({ ctx, input }) => isolate(ctx.actor, asAct('ended', input)))
