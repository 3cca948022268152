import * as z from 'zod'
import { SYMBOLOGIES } from '#server/core/labels/symbology.ts'
import { labelSheet, MOST_LABELS } from '#server/modules/labels/index.ts'
import { procedure } from '../../init.ts'

/** sheet makes labels for machines (all, below a place, or those named) or for parts. */
export const sheet = procedure('asset.read')
  .input(z.object({
    of: z.enum(['assets', 'parts']),
    areaId: z.uuid().nullable().default(null),
    ids: z.array(z.uuid()).max(MOST_LABELS).nullable().default(null),
    symbology: z.enum(SYMBOLOGIES),
    roomMm: z.number().min(10).max(300),
    origin: z.url({ protocol: /^https?$/ }).max(300),
  }))
  .query(({ ctx, input }) => labelSheet(ctx.actor, input))
