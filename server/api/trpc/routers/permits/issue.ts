import * as z from 'zod'
import { newPermit } from '#server/core/permits/issue.ts'
import { issue as issuePermit } from '#server/flows/permit.ts'
import { procedure } from '../../init.ts'

/** issue issues a permit for an order; the issuer is never who works under it. */
export const issue = procedure('permit.issue')
  .input(z.object({ orderId: z.uuid(), opId: z.uuid() }).extend({ permit: newPermit }))
  .mutation(({ ctx, input }) => issuePermit(ctx.actor, input))
