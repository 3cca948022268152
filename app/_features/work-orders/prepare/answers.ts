import type { OrderView } from './view.ts'

type Task = OrderView['tasks'][number]

/** Answered is one answer that was given to a step beside the one that holds; value null took the answer back. */
export interface Answered {
  readonly id: string
  readonly by: string
  readonly at: string
  readonly value: boolean | number | string | null
  readonly late: boolean
}

/** otherAnswers lists what else was answered to a step, the newest first: what says the same as the answer that holds, or was given by the same person before, is left out. */
export function otherAnswers(task: Pick<Task, 'answer' | 'answers' | 'doneBy'>): readonly Answered[] {
  const given = task.answers.map((one) => ({ id: one.id, by: one.by?.name ?? '', byId: one.by?.id ?? null, at: one.at, value: one.answer?.value ?? null, late: one.late }))
  return given.filter((one) => one.value !== (task.answer?.value ?? null) && (one.late || one.byId !== task.doneBy)).map(({ byId: _byId, ...one }) => one).toReversed()
}
