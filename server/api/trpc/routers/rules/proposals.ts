import * as z from 'zod'
import { proposeChanges } from '#server/flows/propose-changes/index.ts'
import { procedure } from '../../init.ts'

/** proposals looks for another limit, delay or clear limit that would have avoided false calls, as verdicts tell; a person decides. */
export const proposals = procedure('rule.read')
  .input(z.object({ id: z.uuid() }))
  .query(async ({ ctx, input }) => {
    const { decisions, ...report } = await proposeChanges(ctx.actor, input.id)
    return { ...report, decisions: decisions.map((one) => ({ ...one, at: one.at.toISOString() })) }
  })
