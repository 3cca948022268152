import * as z from 'zod'
import { LOCALES } from '#server/core/people/locales.ts'
import { setLocale as change } from '#server/modules/people/index.ts'
import { procedure } from '../../init.ts'

/** setLocale changes the language the person reads. */
export const setLocale = procedure('me.read')
  .input(z.object({ locale: z.enum(LOCALES) }))
  .mutation(({ ctx, input }) => change(ctx.actor, input))
