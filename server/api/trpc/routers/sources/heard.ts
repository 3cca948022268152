import * as z from 'zod'
import { readListening } from '#server/flows/source-trial.ts'
import { procedure } from '../../init.ts'

/** heard shows how listening goes and a bounded sample of what came. */
export const heard = procedure('source.edit').input(z.object({ id: z.uuid() })).query(({ ctx, input }) => readListening(ctx.actor, input))
