import * as z from 'zod'
import { watchSource } from '#server/modules/sources/index.ts'
import { procedure } from '../../init.ts'

/** watch lets the gateway show what a source receives for ten minutes. */
export const watch = procedure('source.edit').input(z.object({ id: z.uuid() })).mutation(({ ctx, input }) => watchSource(ctx.actor, input))
