import * as z from 'zod'
import { searchAssets } from '#server/modules/assets/index.ts'
import { procedure } from '../../init.ts'

const MAX_RESULTS = 50

/** search finds positions by a part of their tag or name. */
export const search = procedure('asset.read')
  .input(z.object({ q: z.string().trim().min(1).max(100), limit: z.int().min(1).max(MAX_RESULTS).default(20) }))
  .query(({ ctx, input }) => searchAssets(ctx.actor, input))
