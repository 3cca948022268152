import type { Tx } from '#server/platform/db.ts'
import { Prisma } from '#server/platform/prisma/client.ts'
import type { TaskAnswer } from '#server/core/work-orders/tasks.ts'

/** StoredTask is a step of an order as it is stored. */
export interface StoredTask {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly spec: unknown
  readonly answer: unknown
  /** Done only while the machine is isolated. */
  readonly isolated: boolean
}

const TASK = { id: true, title: true, kind: true, spec: true, answer: true, isolated: true } as const

/** findTask finds a step of an order; null when the order has no such step. */
export const findTask = (tx: Tx, workOrderId: string, id: string): Promise<StoredTask | null> =>
  tx.db.workOrderTask.findFirst({ where: { orgId: tx.orgId, id, workOrderId }, select: TASK })

/** findTasks finds those of an order's steps that are named, in their sequence. */
export const findTasks = (tx: Tx, workOrderId: string, ids: readonly string[]): Promise<StoredTask[]> =>
  tx.db.workOrderTask.findMany({ where: { orgId: tx.orgId, workOrderId, id: { in: [...ids] } }, orderBy: { position: 'asc' }, select: TASK })

/** NewAnswer is an answer that was given to a step; null takes back what was answered. */
export interface NewAnswer {
  readonly id: string
  readonly taskId: string
  readonly workOrderId: string
  readonly at: Date
  readonly answeredBy: string | null
  readonly answer: TaskAnswer | null
  readonly late: boolean
}

const json = (answer: TaskAnswer | null): Prisma.InputJsonObject | typeof Prisma.DbNull =>
  answer === null ? Prisma.DbNull : (JSON.parse(JSON.stringify(answer)) as Prisma.InputJsonObject)

/** insertAnswer appends an answer to what was answered. */
export async function insertAnswer(tx: Tx, { answer, ...row }: NewAnswer): Promise<void> {
  await tx.db.taskAnswer.create({ data: { ...row, orgId: tx.orgId, answer: json(answer) } })
}

/** answersOf lists all answers that were given to a step. */
export async function answersOf(tx: Tx, taskId: string): Promise<NewAnswer[]> {
  const rows = await tx.db.taskAnswer.findMany({ where: { orgId: tx.orgId, taskId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  return rows.map((row) => ({ ...row, answer: row.answer as unknown as TaskAnswer | null }))
}

/** showAnswer stores the answer that holds beside its step, with who gave it and when; null empties it. */
export async function showAnswer(tx: Tx, taskId: string, shown: NewAnswer | null): Promise<void> {
  const given = shown?.answer ?? null
  const done = given === null || shown === null ? { doneAt: null, doneBy: null } : { doneAt: shown.at, doneBy: shown.answeredBy }
  await tx.db.workOrderTask.update({ where: { orgId_id: { orgId: tx.orgId, id: taskId } }, data: { answer: json(given), ...done } })
}
