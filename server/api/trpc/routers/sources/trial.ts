import * as z from 'zod'
import { readTrial } from '#server/flows/source-trial.ts'
import { procedure } from '../../init.ts'

/** trial shows how a source's settings prove themselves: connected or why not, what came in, the newest values, and what was rejected. */
export const trial = procedure('source.edit').input(z.object({ id: z.uuid() })).query(({ ctx, input }) => readTrial(ctx.actor, input))
