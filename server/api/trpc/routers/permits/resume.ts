import { PERMIT_PAYLOADS } from '#server/core/permits/decide.ts'
import { changePermit } from '#server/flows/permit.ts'
import { procedure } from '../../init.ts'
import { actHead, asAct } from './as-act.ts'

/** resume lets the work go on after a suspension; with a connection only. */
export const resume = procedure('permit.issue')
  .input(actHead.extend(PERMIT_PAYLOADS.resume.shape))
  .mutation(({ ctx, input }) => changePermit(ctx.actor, asAct('resume', input)))
