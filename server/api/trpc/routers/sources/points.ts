import * as z from 'zod'
import { mappablePoints } from '#server/modules/sources/index.ts'
import { procedure } from '../../init.ts'

/** points lists the points of a site to which values can be led. */
export const points = procedure('source.edit').input(z.object({ siteId: z.uuid() })).query(({ ctx, input }) => mappablePoints(ctx.actor, input))
