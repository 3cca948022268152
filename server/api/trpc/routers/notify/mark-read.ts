import * as z from 'zod'
import { readInbox } from '#server/modules/notify/index.ts'
import { procedure } from '../../init.ts'

/** markRead marks what the caller has read: some, or all up to a time. */
export const markRead = procedure('me.read')
  .input(z.union([z.object({ ids: z.array(z.uuid()).max(500) }), z.object({ upTo: z.iso.datetime().transform((text) => new Date(text)) })]))
  .mutation(({ ctx, input }) => readInbox(ctx.actor, input))
