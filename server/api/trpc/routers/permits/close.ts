import { PERMIT_PAYLOADS } from '#server/core/permits/decide.ts'
import { changePermit } from '#server/flows/permit.ts'
import { procedure } from '../../init.ts'
import { actHead, asAct } from './as-act.ts'

/** close ends a permit that was handed back, or, with the reason, one that nobody hands back. */
export const close = procedure('permit.issue')
  .input(actHead.extend(PERMIT_PAYLOADS.close.shape))
  .mutation(({ ctx, input }) => changePermit(ctx.actor, asAct('close', input)))
