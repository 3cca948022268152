import * as z from 'zod'
import { newContractorLink } from '#server/core/public/contractor.ts'
import { listContractorLinks, makeContractorLink, revokeContractorLink } from '#server/modules/contractors/index.ts'
import { procedure } from '../../init.ts'

/** list shows the links of an order: for whom, until when, and when each was last used. */
export const list = procedure('work-order.plan').input(z.object({ orderId: z.uuid() })).query(({ ctx, input }) => listContractorLinks(ctx.actor, input.orderId))

/** create makes a link that opens one order; its path is given this once. */
export const create = procedure('work-order.plan').input(newContractorLink).mutation(({ ctx, input }) => makeContractorLink(ctx.actor, input))

/** revoke ends a link at once. */
export const revoke = procedure('work-order.plan').input(z.object({ id: z.uuid() })).mutation(({ ctx, input }) => revokeContractorLink(ctx.actor, input.id))
