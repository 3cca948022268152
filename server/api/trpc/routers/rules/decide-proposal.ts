import * as z from 'zod'
import { decideProposal as decide } from '#server/flows/decide-proposal.ts'
import { procedure } from '../../init.ts'

const input = z.discriminatedUnion('decision', [
  z.object({ id: z.uuid(), key: z.string().max(100), decision: z.literal('drafted') }),
  z.object({ id: z.uuid(), key: z.string().max(100), decision: z.literal('dismissed'), reason: z.string().trim().min(1, 'Say in a few words why.').max(500) }),
])

/** decideProposal makes a proposal a draft, or dismisses it with the reason. */
export const decideProposal = procedure('rule.edit')
  .input(input)
  .mutation(({ ctx, input: given }) => decide(ctx.actor, { ...given, reason: given.decision === 'dismissed' ? given.reason : null }))
