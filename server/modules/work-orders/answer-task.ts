import { AppError, notFound } from '#server/core/kernel/errors.ts'
import type { PayloadOf } from '#server/core/work-orders/commands.ts'
import { orderSentence } from '#server/core/work-orders/order-sentences.ts'
import { checkAnswer, taskKind, taskSpec } from '#server/core/work-orders/tasks.ts'
import type { Tx } from '#server/platform/db.ts'
import { checkIsolatedStep } from './isolated-step.ts'
import { findTask, saveAnswer } from './tasks.repo.ts'
import type { LockedOrder } from './work-orders.repo.ts'

/** answerTask stores the answer to a step (null takes it back) and gives what the history keeps: the answer and the one before. */
export async function answerTask(tx: Tx, order: LockedOrder, payload: PayloadOf<'answerTask'>, personId: string | null): Promise<Record<string, unknown>> {
  const task = await findTask(tx, order.id, payload.taskId)
  if (!task) throw notFound('This step')
  const kind = taskKind.safeParse(task.kind)
  const spec = taskSpec.safeParse(task.spec)
  if (!kind.success || !spec.success) throw new AppError('invalid', orderSentence('other-edition'), { taskId: task.id })
  // Taking an answer back does nothing to the machine.
  const flag = task.isolated && payload.answer !== null ? await checkIsolatedStep(tx, order.id, personId, order.now, payload.late === true) : null
  if (payload.answer === null) {
    await saveAnswer(tx, task.id, null, null, null)
    return { before: task.answer }
  }
  const answer = checkAnswer({ kind: kind.data, spec: spec.data }, payload.answer)
  if (!answer.ok) throw answer.error
  await saveAnswer(tx, task.id, answer.value, order.now, personId)
  return { failed: answer.value.failed, before: task.answer, ...(flag === null ? {} : { safetyFlag: flag }) }
}
