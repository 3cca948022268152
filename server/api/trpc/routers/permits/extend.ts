import { PERMIT_PAYLOADS } from '#server/core/permits/decide.ts'
import { changePermit } from '#server/flows/permit.ts'
import { procedure } from '../../init.ts'
import { actHead, asAct } from './as-act.ts'

/** extend lets a permit end later; with a connection only. */
export const extend = procedure('permit.issue')
  .input(actHead.extend(PERMIT_PAYLOADS.extend.shape))
  .mutation(({ ctx, input }) => changePermit(ctx.actor, asAct('extend', input)))
