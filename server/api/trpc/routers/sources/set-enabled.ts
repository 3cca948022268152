import * as z from 'zod'
import { setSourceEnabled } from '#server/modules/sources/index.ts'
import { procedure } from '../../init.ts'

/** setEnabled switches a source on or off. */
export const setEnabled = procedure('source.edit')
  .input(z.object({ id: z.uuid(), enabled: z.boolean() }))
  .mutation(({ ctx, input }) => setSourceEnabled(ctx.actor, input))
