import { PERMIT_PAYLOADS } from '#server/core/permits/decide.ts'
import { changePermit } from '#server/flows/permit.ts'
import { procedure } from '../../init.ts'
import { actHead, asAct } from './as-act.ts'

/** gasTest adds measurements of gases; one outside its limits suspends the permit. */
export const gasTest = procedure('work-order.execute')
  .input(actHead.extend(PERMIT_PAYLOADS.gasTest.shape))
  .mutation(({ ctx, input }) => changePermit(ctx.actor, asAct('gasTest', input)))
