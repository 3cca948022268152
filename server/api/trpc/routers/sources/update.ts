import * as z from 'zod'
import { sourceName, sourceSettings } from '#server/core/sources/settings.ts'
import { updateSource } from '#server/modules/sources/index.ts'
import { procedure } from '../../init.ts'

/** update gives a source another name and other settings; its connector follows within seconds. */
export const update = procedure('source.edit')
  .input(z.object({ id: z.uuid(), version: z.int().min(1), name: sourceName, settings: sourceSettings }))
  .mutation(({ ctx, input }) => updateSource(ctx.actor, input))
