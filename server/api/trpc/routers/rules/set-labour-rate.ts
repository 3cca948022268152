import * as z from 'zod'
import { setLabourRate as set } from '#server/modules/verdicts/index.ts'
import { procedure } from '../../init.ts'

const MOST = 100_000

/** setLabourRate says what an hour of labour is reckoned with. */
export const setLabourRate = procedure('cost.edit')
  .input(z.object({ perHour: z.number().min(0).max(MOST), currency: z.string().regex(/^[A-Z]{3}$/, 'Give the currency by its three letters, such as EUR.') }))
  .mutation(({ ctx, input }) => set(ctx.actor, input))
