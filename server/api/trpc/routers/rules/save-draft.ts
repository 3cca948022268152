import * as z from 'zod'
import { saveDraft as save } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** saveDraft keeps a rule's changed definition; it judges nothing until it is published. */
export const saveDraft = procedure('rule.edit')
  .input(z.object({ id: z.uuid(), definition: z.unknown() }))
  .mutation(({ ctx, input }) => save(ctx.actor, input))
