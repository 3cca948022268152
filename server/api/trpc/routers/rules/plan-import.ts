import * as z from 'zod'
import { planImport as plan } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** planImport tells what importing a text of rules would do; it does nothing. */
export const planImport = procedure('rule.edit')
  .input(z.object({ text: z.string().max(2_000_000) }))
  .mutation(({ ctx, input }) => plan(ctx.actor, input.text))
