import * as z from 'zod'
import { stopListening as stop } from '#server/modules/sources/index.ts'
import { procedure } from '../../init.ts'

/** stopListening ends listening before its time. */
export const stopListening = procedure('source.edit').input(z.object({ id: z.uuid() })).mutation(({ ctx, input }) => stop(ctx.actor, input))
