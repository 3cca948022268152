import * as z from 'zod'
import { rosterInput } from '#server/core/on-call/roster-input.ts'
import { saveRoster as store } from '#server/modules/on-call/index.ts'
import { procedure } from '../../init.ts'

/** saveRoster makes a roster at a site, or changes the one named. */
export const saveRoster = procedure('notify.edit')
  .input(z.object({ id: z.uuid().nullable(), siteId: z.uuid(), roster: rosterInput }))
  .mutation(({ ctx, input }) => store(ctx.actor, input))
