import type { Tx } from '#server/platform/db.ts'
import { Prisma } from '#server/platform/prisma/client.ts'
import type { TaskAnswer } from '#server/core/work-orders/tasks.ts'

/** findTask finds a step of an order; null when the order has no such step. */
export const findTask = (tx: Tx, workOrderId: string, id: string): Promise<{ id: string; kind: string; spec: unknown; answer: unknown; isolated: boolean } | null> =>
  tx.db.workOrderTask.findFirst({ where: { orgId: tx.orgId, id, workOrderId }, select: { id: true, kind: true, spec: true, answer: true, isolated: true } })

/** saveAnswer stores a step's answer with who gave it and when; null empties it. */
export async function saveAnswer(tx: Tx, id: string, answer: TaskAnswer | null, doneAt: Date | null, doneBy: string | null): Promise<void> {
  await tx.db.workOrderTask.update({ where: { orgId_id: { orgId: tx.orgId, id } }, data: { answer: answer === null ? Prisma.DbNull : { ...answer }, doneAt, doneBy } })
}
