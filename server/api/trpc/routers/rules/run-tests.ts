import * as z from 'zod'
import { runTests as run } from '#server/modules/condition/index.ts'
import { procedure } from '../../init.ts'

/** runTests runs tests over a definition that need not be saved. */
export const runTests = procedure('rule.read')
  .input(z.object({ definition: z.unknown(), text: z.string().max(200_000) }))
  .mutation(({ input }) => run(input))
