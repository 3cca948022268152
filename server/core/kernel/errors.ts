import { errorSentence } from './error-sentences.ts'

/** ErrorCode names every expected failure; each edge (tRPC, REST, jobs) maps it in one place. */
export type ErrorCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'invalid'
  | 'conflict'
  | 'illegal-transition'
  | 'too-large'
  | 'too-many'
  | 'unavailable'

/**
 * AppError is an expected failure: a code, words for the user (what was wrong and what to do)
 * and facts for the log. Anything else that is thrown is a defect.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly facts: Readonly<Record<string, unknown>>

  constructor(code: ErrorCode, message: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.facts = facts
  }
}

/** notFound says that a thing does not exist, or not for this person: the two are not told apart. */
export const notFound = (what: string): AppError =>
  new AppError('not-found', errorSentence('not-found', { what }))
