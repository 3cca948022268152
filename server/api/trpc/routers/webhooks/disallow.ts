import * as z from 'zod'
import { disallow as disallowHost } from '#server/modules/notify/index.ts'
import { procedure } from '../../init.ts'

/** disallow takes an entry from the allow list. */
export const disallow = procedure('webhook.edit')
  .input(z.object({ id: z.uuid() }))
  .mutation(({ ctx, input }) => disallowHost(ctx.actor, input))
