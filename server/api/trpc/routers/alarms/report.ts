import * as z from 'zod'
import { alarmReport } from '#server/modules/incidents/index.ts'
import { procedure } from '../../init.ts'

/** report sums up the alarms of the last hours: their rate against the standards' figures, and the ones that come most often. */
export const report = procedure('incident.read')
  .input(z.object({ hours: z.union([z.literal(24), z.literal(168), z.literal(720)]).default(24) }))
  .query(({ ctx, input }) => alarmReport(ctx.actor, input))
