import * as z from 'zod'
import { removeSkill as end } from '#server/modules/on-call/index.ts'
import { procedure } from '../../init.ts'

/** removeSkill takes a skill away, and from those who had it. */
export const removeSkill = procedure('notify.edit')
  .input(z.object({ id: z.uuid() }))
  .mutation(({ ctx, input }) => end(ctx.actor, input))
