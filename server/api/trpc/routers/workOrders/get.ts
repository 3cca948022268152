import * as z from 'zod'
import { parseNumber } from '#server/core/work-orders/number.ts'
import { parseProvisional } from '#server/core/work-orders/provisional.ts'
import { getOrder } from '#server/modules/work-orders/index.ts'
import { procedure } from '../../init.ts'

const idOrNumber = z.union([z.uuid(), z.string().max(20).refine((text) => parseNumber(text) !== null || parseProvisional(text) !== null, 'Give an order by its number, like WO-000123.')])

/** get shows one order, by id or number, with its evidence, history and what can be done with it. */
export const get = procedure('work-order.read', 'open-order')
  .input(z.object({ id: idOrNumber }))
  .query(({ ctx, input }) => getOrder(ctx.actor, input.id))
