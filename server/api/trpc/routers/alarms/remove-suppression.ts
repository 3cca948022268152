import * as z from 'zod'
import { removeSuppression as remove } from '#server/modules/incidents/index.ts'
import { procedure } from '../../init.ts'

/** removeSuppression ends a suppression by design. */
export const removeSuppression = procedure('alarm.suppress')
  .input(z.object({ id: z.uuid() }))
  .mutation(({ ctx, input }) => remove(ctx.actor, input))
