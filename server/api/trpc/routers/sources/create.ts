import * as z from 'zod'
import { sourceName, sourceSettings } from '#server/core/sources/settings.ts'
import { createSource } from '#server/modules/sources/index.ts'
import { procedure } from '../../init.ts'

const MAX_REORDER_MS = 24 * 60 * 60 * 1000

const place = z.object({
  siteId: z.uuid(),
  name: sourceName,
  clock: z.enum(['live', 'replay']).default('live'),
  reorderWindowMs: z.int().min(0).max(MAX_REORDER_MS).default(0),
})

/** create adds a source to a site; a connector picks it up within seconds. Its settings are checked by the schema of its kind. */
export const create = procedure('source.edit').input(z.intersection(place, sourceSettings)).mutation(({ ctx, input }) => createSource(ctx.actor, input))
