import * as z from 'zod'
import { viewWeek } from '#server/modules/on-call/index.ts'
import { procedure } from '../../init.ts'

/** week shows who is on call in a week, so many weeks from now. */
export const week = procedure('incident.read')
  .input(z.object({ weeksLater: z.int().min(-52).max(104).default(0) }))
  .query(({ ctx, input }) => viewWeek(ctx.actor, input))
