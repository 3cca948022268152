import * as z from 'zod'
import { assetPage } from '#server/flows/asset-page.ts'
import { procedure } from '../../init.ts'

/** get reads one position with its points' newest values, open orders and incidents. */
export const get = procedure('asset.read', 'open-asset')
  .input(z.object({ id: z.uuid() }))
  .query(({ ctx, input }) => assetPage(ctx.actor, input))
