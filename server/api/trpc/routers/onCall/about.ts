import * as z from 'zod'
import { callsAbout } from '#server/modules/on-call/index.ts'
import { procedure } from '../../init.ts'

/** about tells who was called about an order or an incident, and who has accepted. */
export const about = procedure('work-order.read')
  .input(z.union([z.object({ orderId: z.uuid() }), z.object({ incidentId: z.uuid() })]))
  .query(({ ctx, input }) => callsAbout(ctx.actor, input))
