import * as z from 'zod'
import { alarmState } from '#server/core/alarms/state.ts'
import { priority } from '#server/core/work-orders/priority.ts'
import { listStandingAlarms } from '#server/modules/incidents/index.ts'
import { procedure } from '../../init.ts'

const input = z.object({
  state: z.array(alarmState).max(7).optional(),
  priority: z.array(priority).max(4).optional(),
  siteId: z.uuid().optional(),
  /** A place of the plant, with everything below it. */
  areaId: z.uuid().optional(),
  assetId: z.uuid().optional(),
  kind: z.enum(['condition', 'silence']).optional(),
  q: z.string().max(100).optional(),
  /** The key of the alarm whose folded ones are asked for. */
  under: z.string().max(300).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.int().min(1).max(200).optional(),
})

/** list gives a page of the standing alarms that the signed-in person may see: first-outs with the number of those folded under them. */
export const list = procedure('incident.read')
  .input(input)
  .query(({ ctx, input: query }) => listStandingAlarms(ctx.actor, query))
