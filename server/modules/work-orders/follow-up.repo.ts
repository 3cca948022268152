import { orderText, type OrderText } from '#server/core/work-orders/ticket-text.ts'
import type { Tx } from '#server/platform/db.ts'

/** OrderWords is what an order says and which rule it came from: carried over to a follow-up. */
export interface OrderWords {
  readonly title: string
  readonly description: string | null
  readonly text: OrderText | null
  readonly ruleId: string | null
  readonly ruleVersionId: string | null
}

/** orderWords reads what a follow-up takes over from an order. */
export async function orderWords(tx: Tx, id: string): Promise<OrderWords> {
  const row = await tx.db.workOrder.findUniqueOrThrow({
    where: { orgId_id: { orgId: tx.orgId, id } }, select: { title: true, description: true, text: true, ruleId: true, ruleVersionId: true },
  })
  const text = orderText.safeParse(row.text)
  return { ...row, text: text.success ? text.data : null }
}
