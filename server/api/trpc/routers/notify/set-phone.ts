import * as z from 'zod'
import { setPhone } from '#server/modules/notify/index.ts'
import { procedure } from '../../init.ts'

/** phone stores the number at which a gateway for text messages reaches the caller; null takes it away. */
export const phone = procedure('me.read')
  .input(z.object({ phone: z.string().trim().regex(/^\+?[0-9][0-9 ()/.-]{2,30}$/, 'Enter a telephone number, such as +49 170 1234567.').nullable() }))
  .mutation(({ ctx, input }) => setPhone(ctx.actor, input))
