import * as z from 'zod'
import { removeSource } from '#server/flows/remove-source.ts'
import { procedure } from '../../init.ts'

/** remove removes a source that never delivered; one that did can only be switched off. */
export const remove = procedure('source.edit').input(z.object({ id: z.uuid() })).mutation(({ ctx, input }) => removeSource(ctx.actor, input))
