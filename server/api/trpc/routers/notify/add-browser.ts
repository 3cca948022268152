import * as z from 'zod'
import { addBrowser } from '#server/modules/notify/index.ts'
import { procedure } from '../../init.ts'

const key = z.string().regex(/^[A-Za-z0-9_-]+=*$/).max(200)

/** browserAdded lets the caller's browser be told by push messages. */
export const browserAdded = procedure('me.read')
  .input(z.object({ address: z.url().max(2000), key, auth: key, label: z.string().trim().min(1).max(100) }))
  .mutation(({ ctx, input }) => addBrowser(ctx.actor, input))
