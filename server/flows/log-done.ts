import { restartsLearning } from '#server/core/condition/baseline-check.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import type { LogDoneInput } from '#server/core/work-orders/unplanned.ts'
import { restartLearning } from '#server/modules/condition/index.ts'
import * as workOrders from '#server/modules/work-orders/index.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { againWhenTwin } from './twin.ts'

/** LoggedDone is work that was done, with when it was written down where that was before it arrived. */
export type LoggedDone = LogDoneInput & { readonly at?: Date }

/** logDoneIn files work that was done before it was written down, in the caller's transaction; it ends what was learnt of the machine, as closing an order does. */
export const logDoneIn = (tx: Tx, actor: PersonActor, input: LoggedDone): Promise<workOrders.CommandResult> =>
  workOrders.logDoneIn(tx, actor, input, async (inside, order, { activityCode, workFinishedAt }) => {
    if (restartsLearning(activityCode)) await restartLearning(inside, actor, { ...order, orderId: order.id, at: workFinishedAt, activity: activityCode ?? '' })
  })

/** logDone is logDoneIn in a transaction of its own. */
export const logDone = (actor: PersonActor, input: LoggedDone): Promise<workOrders.CommandResult> =>
  againWhenTwin(() => withTenant(actor.orgId, (tx) => logDoneIn(tx, actor, input)), input.opId)
