import * as z from 'zod'
import { revokeApiKey } from '#server/modules/keys/index.ts'
import { procedure } from '../../init.ts'

/** revoke ends a key for good. */
export const revoke = procedure('key.edit')
  .input(z.object({ id: z.uuid() }))
  .mutation(({ ctx, input }) => revokeApiKey(ctx.actor, input))
