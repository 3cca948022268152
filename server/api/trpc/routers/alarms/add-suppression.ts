import * as z from 'zod'
import { addSuppression as add } from '#server/modules/incidents/index.ts'
import { procedure } from '../../init.ts'
import { reason } from './inputs.ts'

/** addSuppression configures that a machine's new alarms are suppressed while a point says "stopped". */
export const addSuppression = procedure('alarm.suppress')
  .input(z.object({ causePointId: z.uuid(), direction: z.enum(['above', 'below']), limit: z.number(), assetId: z.uuid(), reason }))
  .mutation(({ ctx, input }) => add(ctx.actor, input))
