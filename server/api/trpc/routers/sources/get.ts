import * as z from 'zod'
import { getSource } from '#server/modules/sources/index.ts'
import { procedure } from '../../init.ts'

/** get shows a source with its settings to whoever may change them. */
export const get = procedure('source.edit').input(z.object({ id: z.uuid() })).query(({ ctx, input }) => getSource(ctx.actor, input))
