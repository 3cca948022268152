import * as z from 'zod'
import { assetTree } from '#server/modules/assets/index.ts'
import { procedure } from '../../init.ts'

/** tree lists every position the person may see, with the status of all below it. */
export const tree = procedure('asset.read')
  .input(z.object({ siteId: z.uuid().optional() }).default({}))
  .query(({ ctx, input }) => assetTree(ctx.actor, input))
