import { AppError } from '#server/core/kernel/errors.ts'
import { orderSentence } from '#server/core/work-orders/order-sentences.ts'
import { violatedIndex } from '#server/platform/unique-violation.ts'

const TWINS = new Set(['work_order_org_id_idempotency_key_key', 'work_order_pkey', 'work_order_event_org_id_op_id_key'])

/** againWhenTwin does work that makes an order; where the same came twice at once, it is done again and finds the other, which is committed by then. */
export async function againWhenTwin<Done>(work: () => Promise<Done>, opId: string): Promise<Done> {
  try {
    return await work()
  } catch (error) {
    if (!TWINS.has(violatedIndex(error) ?? '')) throw error
  }
  try {
    return await work()
  } catch (error) {
    if (TWINS.has(violatedIndex(error) ?? '')) throw new AppError('conflict', orderSentence('operation-used'), { opId })
    throw error
  }
}
