import * as z from 'zod'
import { shelve as shelveAlarm } from '#server/modules/incidents/index.ts'
import { procedure } from '../../init.ts'
import { reason } from './inputs.ts'

/** shelve puts an alarm aside until a time, with a reason. */
export const shelve = procedure('incident.handle')
  .input(z.object({ id: z.uuid(), until: z.iso.datetime({ offset: true }), reason }))
  .mutation(({ ctx, input }) => shelveAlarm(ctx.actor, { ...input, until: new Date(input.until) }))
