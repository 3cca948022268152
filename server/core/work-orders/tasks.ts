import * as z from 'zod'
import { AppError } from '../kernel/errors.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { orderSentence, type OrderSentence } from './order-sentences.ts'

/** taskKind parses what answer a step asks for. */
export const taskKind = z.enum(['check', 'pass-fail', 'number', 'choice', 'text', 'photo', 'meter', 'signature'])
export type TaskKind = z.infer<typeof taskKind>

/** taskSpec parses what a step's answer must be like: limits with their unit, or the choices. */
export const taskSpec = z.object({
  min: z.number().optional(), max: z.number().optional(), unit: z.string().optional(), choices: z.array(z.string()).optional(),
  /** The code of the machine's point whose meter is read. */
  point: z.string().optional(),
})
export type TaskSpec = z.infer<typeof taskSpec>

/** answerInput parses an answer: its value (null takes it back), or photos or a signature that were kept before, and a note. A step that does not apply is said so. */
export const answerInput = z.object({
  answer: z.union([z.boolean(), z.number(), z.string().max(4000), z.null()]).optional(),
  notApplicable: z.boolean().optional(),
  note: z.string().trim().max(4000).optional(),
  attachmentIds: z.array(z.uuid()).max(20).optional(),
})
export type AnswerInput = z.output<typeof answerInput>

// The value of an answer that says a step does not apply.
const NOT_APPLICABLE = 'n/a'

/** TaskAnswer is what was answered; failed marks "not ok" and values outside the limits. */
export interface TaskAnswer {
  readonly value: boolean | number | string
  readonly failed: boolean
  readonly note?: string
  readonly attachmentIds?: readonly string[]
  /** A meter that reads lower than before: kept, and asked about. */
  readonly lower?: boolean
}

const bad = (says: OrderSentence, choices: readonly string[] = []): Result<never, AppError> =>
  err(new AppError('invalid', orderSentence(says, { choices: choices.join(', ') }), { field: 'answer' }))

/** checkAnswer judges an answer against its step; an answer of another kind than asked is 'invalid', one outside the limits is kept and marked. */
export function checkAnswer(task: { readonly kind: TaskKind; readonly spec: TaskSpec }, answer: boolean | number | string): Result<TaskAnswer, AppError> {
  const { min, max, choices } = task.spec
  switch (task.kind) {
    case 'check':
    case 'pass-fail':
      return typeof answer === 'boolean' ? ok({ value: answer, failed: task.kind === 'pass-fail' && !answer }) : bad('yes-or-no')
    case 'number':
    case 'meter':
      if (typeof answer !== 'number' || !Number.isFinite(answer)) return bad('number')
      return ok({ value: answer, failed: (min !== undefined && answer < min) || (max !== undefined && answer > max) })
    case 'choice':
      return typeof answer === 'string' && (choices === undefined || choices.includes(answer))
        ? ok({ value: answer, failed: false })
        : bad('one-of', choices)
    case 'text':
    case 'photo':
    case 'signature':
      return typeof answer === 'string' && answer.trim() !== '' ? ok({ value: answer, failed: false }) : bad('text-or-file')
  }
}

interface Step {
  readonly kind: TaskKind
  readonly spec: TaskSpec
}

function valueOf(step: Step, { answer, notApplicable, attachmentIds = [] }: AnswerInput): Result<TaskAnswer, AppError> {
  if (notApplicable) return ok({ value: NOT_APPLICABLE, failed: false })
  if (step.kind === 'photo' && attachmentIds.length > 0) return ok({ value: attachmentIds.length, failed: false })
  if (step.kind === 'signature' && attachmentIds.length > 0 && typeof answer !== 'string') return bad('signature')
  return answer === undefined || answer === null ? bad(step.kind === 'photo' ? 'photo' : 'answer') : checkAnswer(step, answer)
}

/** judgeAnswer judges an answer with all that belongs to it against its step. */
export function judgeAnswer(step: Step, input: AnswerInput): Result<TaskAnswer, AppError> {
  const value = valueOf(step, input)
  if (!value.ok) return value
  const { note, attachmentIds = [] } = input
  return ok({ ...value.value, ...(note ? { note } : {}), ...(attachmentIds.length > 0 ? { attachmentIds } : {}) })
}

/** Given is one answer that somebody gave; id says which of two at the same time is the later. */
export interface Given {
  readonly id: string
  readonly at: Date
}

/** shownAnswer is the answer that holds of all that were given: the newest by when it was given, not by when it arrived; null when there is none. */
export const shownAnswer = <One extends Given>(given: readonly One[]): One | null =>
  given.reduce<One | null>((newest, one) => (newest === null || one.at > newest.at || (one.at.getTime() === newest.at.getTime() && one.id > newest.id) ? one : newest), null)

/** canBeAllOk tells whether "all OK for the rest" answers a step: only one that asks whether it is well, and has no answer. */
export const canBeAllOk = (task: { readonly kind: string; readonly answer: unknown }): boolean => (task.kind === 'check' || task.kind === 'pass-fail') && task.answer === null
