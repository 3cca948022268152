import { PERMIT_PAYLOADS } from '#server/core/permits/decide.ts'
import { changePermit } from '#server/flows/permit.ts'
import { procedure } from '../../init.ts'
import { actHead, asAct } from './as-act.ts'

/** suspend stops the work under a permit: whoever sees a danger may. */
export const suspend = procedure('work-order.read')
  .input(actHead.extend(PERMIT_PAYLOADS.suspend.shape))
  .mutation(({ ctx, input }) => changePermit(ctx.actor, asAct('suspend', input)))
