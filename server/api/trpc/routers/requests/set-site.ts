import * as z from 'zod'
import { setDoors } from '#server/modules/public-requests/index.ts'
import { procedure } from '../../init.ts'

const words = (most: number) => z.string().trim().max(most).transform((text) => (text === '' ? null : text)).nullable().default(null)

/** setSite opens or closes a site for requests without an account, and says what somebody in danger reads there. */
export const setSite = procedure('door.edit')
  .input(z.object({ siteId: z.uuid(), open: z.boolean(), emergencyWords: words(400), emergencyPhone: words(40) }))
  .mutation(({ ctx, input }) => setDoors(ctx.actor, input))
