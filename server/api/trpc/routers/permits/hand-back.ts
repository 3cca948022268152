import { PERMIT_PAYLOADS } from '#server/core/permits/decide.ts'
import { changePermit } from '#server/flows/permit.ts'
import { procedure } from '../../init.ts'
import { actHead, asAct } from './as-act.ts'

/** handBack says that who works under a permit has left the place safe. */
export const handBack = procedure('work-order.execute')
  .input(actHead.extend(PERMIT_PAYLOADS.handBack.shape))
  .mutation(({ ctx, input }) => changePermit(ctx.actor, asAct('handBack', input)))
