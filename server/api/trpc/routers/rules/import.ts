import * as z from 'zod'
import { importRules } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** importFile makes new rules and changed drafts of a text, all or nothing; nothing is published. */
export const importFile = procedure('rule.edit')
  .input(z.object({ text: z.string().max(2_000_000) }))
  .mutation(({ ctx, input }) => importRules(ctx.actor, input.text))
