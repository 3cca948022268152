import * as z from 'zod'
import { getInbox } from '#server/modules/notify/index.ts'
import { procedure } from '../../init.ts'

/** list is a page of what the caller was told, newest first, with how much of it is unread. */
export const list = procedure('me.read')
  .input(z.object({ limit: z.int().min(1).max(100).default(20), before: z.object({ at: z.iso.datetime().transform((text) => new Date(text)), id: z.uuid() }).optional() }))
  .query(({ ctx, input }) => getInbox(ctx.actor, input))
