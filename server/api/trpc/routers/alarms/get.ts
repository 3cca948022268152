import * as z from 'zod'
import { alarmPage } from '#server/flows/alarm-page.ts'
import { procedure } from '../../init.ts'

/** get tells why an alarm fired and what happened to it since. */
export const get = procedure('incident.read')
  .input(z.object({ id: z.uuid() }))
  .query(({ ctx, input }) => alarmPage(ctx.actor, input))
