import { restartsLearning } from '#server/core/condition/baseline-check.ts'
import type { Actor } from '#server/core/people/actor.ts'
import type { NewOrderInput } from '#server/core/work-orders/new-order.ts'
import { restartLearning } from '#server/modules/condition/index.ts'
import * as workOrders from '#server/modules/work-orders/index.ts'

/** fileOrder makes an order that a person files; work that is entered after the fact ends what was learnt of the machine, as closing an order does. */
export const fileOrder = (actor: Actor, input: NewOrderInput): ReturnType<typeof workOrders.fileOrder> =>
  workOrders.fileOrder(actor, input, async (tx, order, { activityCode, workFinishedAt }) => {
    if (restartsLearning(activityCode)) await restartLearning(tx, actor, { ...order, orderId: order.id, at: workFinishedAt, activity: activityCode ?? '' })
  })
