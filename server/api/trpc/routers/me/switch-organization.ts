import * as z from 'zod'
import { switchOrganization as change } from '#server/modules/people/index.ts'
import { procedure } from '../../init.ts'

/** switchOrganization lets the session act in another organization of its user. */
export const switchOrganization = procedure('me.read')
  .input(z.object({ orgId: z.uuid() }))
  .mutation(({ ctx, input }) => change(ctx.session.id, input.orgId))
