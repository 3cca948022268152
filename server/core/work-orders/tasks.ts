import * as z from 'zod'
import { AppError } from '../kernel/errors.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { orderSentence, type OrderSentence } from './order-sentences.ts'

/** taskKind parses what answer a step asks for. */
export const taskKind = z.enum(['check', 'pass-fail', 'number', 'choice', 'text', 'photo', 'meter', 'signature'])
export type TaskKind = z.infer<typeof taskKind>

/** taskSpec parses what a step's answer must be like: limits with their unit, or the choices. */
export const taskSpec = z.object({ min: z.number().optional(), max: z.number().optional(), unit: z.string().optional(), choices: z.array(z.string()).optional() })
export type TaskSpec = z.infer<typeof taskSpec>

/** TaskAnswer is what was answered; failed marks "not ok" and values outside the limits. */
export interface TaskAnswer {
  readonly value: boolean | number | string
  readonly failed: boolean
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
