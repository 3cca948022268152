import { AppError, notFound } from '#server/core/kernel/errors.ts'
import type { PayloadOf } from '#server/core/work-orders/commands.ts'
import { orderSentence } from '#server/core/work-orders/order-sentences.ts'
import { canBeAllOk, judgeAnswer, shownAnswer, taskKind, taskSpec, type TaskAnswer, type TaskSpec } from '#server/core/work-orders/tasks.ts'
import type { Tx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { checkIsolatedStep } from './isolated-step.ts'
import { insertMeterReading, meterOf, readBefore } from './meters.repo.ts'
import { answersOf, findTask, findTasks, insertAnswer, showAnswer, type StoredTask } from './tasks.repo.ts'
import type { Told } from './told.ts'
import type { LockedOrder } from './work-orders.repo.ts'

/** keepAnswer appends an answer and lets the one that holds be shown: a late one only where nobody had answered while there was work. */
async function keepAnswer(tx: Tx, order: LockedOrder, taskId: string, answer: TaskAnswer | null, { personId, late }: Told, id: string): Promise<void> {
  await insertAnswer(tx, { id, taskId, workOrderId: order.id, at: order.now, answeredBy: personId, answer, late })
  const given = await answersOf(tx, taskId)
  await showAnswer(tx, taskId, shownAnswer(given.filter((one) => !one.late)) ?? shownAnswer(given))
}

/** readMeter keeps a value beside the machine's point that the step names; one that is lower than before is marked, since a meter may have been exchanged. */
async function readMeter(tx: Tx, order: LockedOrder, taskId: string, spec: TaskSpec, answer: TaskAnswer, told: Told): Promise<TaskAnswer> {
  if (spec.point === undefined || typeof answer.value !== 'number') return answer
  const meter = await meterOf(tx, order.assetId, spec.point)
  if (meter === null) return answer
  const before = await readBefore(tx, meter.id, order.now)
  const lower = before !== null && answer.value < before
  await insertMeterReading(tx, {
    id: told.opId, assetId: order.assetId, pointId: meter.id, workOrderId: order.id, taskId,
    at: order.now, value: answer.value, unit: spec.unit ?? meter.unit, lower, readBy: told.personId,
  })
  return lower ? { ...answer, lower } : answer
}

function judged(task: StoredTask, payload: PayloadOf<'answerTask'>): { answer: TaskAnswer; spec: TaskSpec; kind: string } {
  const kind = taskKind.safeParse(task.kind)
  const spec = taskSpec.safeParse(task.spec)
  if (!kind.success || !spec.success) throw new AppError('invalid', orderSentence('other-edition'), { taskId: task.id })
  const answer = judgeAnswer({ kind: kind.data, spec: spec.data }, payload)
  if (!answer.ok) throw answer.error
  return { answer: answer.value, spec: spec.data, kind: kind.data }
}

/** answerTask keeps the answer to a step (null takes it back) beside those given before, and gives what the history keeps: the answer and the one before. */
export async function answerTask(tx: Tx, order: LockedOrder, payload: PayloadOf<'answerTask'>, told: Told): Promise<Record<string, unknown>> {
  const task = await findTask(tx, order.id, payload.taskId)
  if (!task) throw notFound('This step')
  if (payload.answer === null) {
    await keepAnswer(tx, order, task.id, null, told, told.opId)
    return { before: task.answer }
  }
  const flag = task.isolated ? await checkIsolatedStep(tx, order.id, told.personId, order.now, told.late || payload.late === true) : null
  const { answer: given, spec, kind } = judged(task, payload)
  const answer = kind === 'meter' ? await readMeter(tx, order, task.id, spec, given, told) : given
  await keepAnswer(tx, order, task.id, answer, told, told.opId)
  return { answer: answer.value, failed: answer.failed, before: task.answer, ...(answer.lower ? { lower: true } : {}), ...(flag === null ? {} : { safetyFlag: flag }) }
}

/** answerRest says of every step named that has no answer yet that it is well; those that ask for something else, or are answered, stay as they are. */
export async function answerRest(tx: Tx, order: LockedOrder, { taskIds }: PayloadOf<'answerRest'>, told: Told): Promise<Record<string, unknown>> {
  const tasks = await findTasks(tx, order.id, taskIds)
  if (tasks.length === 0) throw notFound('These steps')
  const answered: string[] = []
  for (const task of tasks.filter(canBeAllOk)) {
    // A step that waits for the isolation stays open, whatever was said of the rest.
    const waits = task.isolated && (await checkIsolatedStep(tx, order.id, told.personId, order.now, true)) !== null
    if (!waits) answered.push(task.id)
  }
  for (const id of answered) await keepAnswer(tx, order, id, { value: true, failed: false }, told, newId())
  return { answered, left: taskIds.filter((id) => !answered.includes(id)) }
}
