import * as z from 'zod'
import { readOverview } from '#server/flows/read-overview.ts'
import { procedure } from '../../init.ts'

/** get answers "what needs me now?". */
export const get = procedure('incident.read', 'see-overview')
  .input(z.object({}).optional())
  .query(({ ctx }) => readOverview(ctx.actor))
