import * as z from 'zod'
import { workOrderSource, workOrderStatus } from '#server/core/work-orders/enums.ts'
import { OUTCOMES } from '#server/core/verdicts/call.ts'
import { priority } from '#server/core/work-orders/priority.ts'
import { listOrders } from '#server/modules/work-orders/index.ts'
import { procedure } from '../../init.ts'

const raised = z.object({
  ruleId: z.uuid().optional(),
  versionId: z.uuid().optional(),
  classId: z.uuid().optional(),
  assetId: z.uuid().optional(),
  outcomes: z.array(z.enum(OUTCOMES)).min(1).max(OUTCOMES.length).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
})

const input = z.object({
  status: z.array(workOrderStatus).max(11).optional(),
  source: z.array(workOrderSource).max(4).optional(),
  priority: z.array(priority).max(4).optional(),
  siteId: z.uuid().optional(),
  assetId: z.uuid().optional(),
  mine: z.boolean().optional(),
  unassigned: z.boolean().optional(),
  q: z.string().max(100).optional(),
  raised: raised.optional(),
  sort: z.enum(['newest', 'priority']).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.int().min(1).max(100).optional(),
})

/** list gives a page of the orders the signed-in person may see. */
export const list = procedure('work-order.read')
  .input(input)
  .query(({ ctx, input: query }) => listOrders(ctx.actor, query))
