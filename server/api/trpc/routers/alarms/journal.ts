import * as z from 'zod'
import { alarmJournal } from '#server/modules/incidents/index.ts'
import { procedure } from '../../init.ts'

/** journal gives a page of what happened to an alarm: who, what, when and why. */
export const journal = procedure('incident.read')
  .input(z.object({ id: z.uuid(), cursor: z.string().regex(/^\d{1,18}$/).optional() }))
  .query(({ ctx, input }) => alarmJournal(ctx.actor, input))
