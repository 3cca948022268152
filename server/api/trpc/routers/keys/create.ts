import * as z from 'zod'
import { SCOPES } from '#server/core/people/permissions.ts'
import { createApiKey } from '#server/modules/keys/index.ts'
import { procedure } from '../../init.ts'

/** create makes a key for a program; the answer is the only time its text can be seen. */
export const create = procedure('key.edit', 'create-key')
  .input(z.object({ name: z.string().trim().min(1).max(100), scopes: z.array(z.enum(SCOPES)).min(1), site: z.uuid().optional(), sourceId: z.uuid().optional() }))
  .mutation(({ ctx, input }) => createApiKey(ctx.actor, input))
