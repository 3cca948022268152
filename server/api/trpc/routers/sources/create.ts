import * as z from 'zod'
import { createSource } from '#server/modules/sources/index.ts'
import { procedure } from '../../init.ts'

const MAX_REORDER_MS = 24 * 60 * 60 * 1000

/** create adds a source to a site; a connector picks it up within seconds. */
export const create = procedure('source.edit')
  .input(z.object({
    siteId: z.uuid(),
    name: z.string().trim().min(1).max(120),
    kind: z.enum(['http', 'mqtt']),
    clock: z.enum(['live', 'replay']).default('live'),
    reorderWindowMs: z.int().min(0).max(MAX_REORDER_MS).default(0),
    config: z.record(z.string(), z.json()).default({}),
  }))
  .mutation(({ ctx, input }) => createSource(ctx.actor, input))
