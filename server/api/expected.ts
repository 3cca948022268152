import { errorSentence } from '#server/core/kernel/error-sentences.ts'
import { AppError } from '#server/core/kernel/errors.ts'
import { isDatabaseDown } from '#server/platform/db-errors.ts'

/** expectedOf finds the expected error in whatever was thrown: ours, or a database that cannot work just now; undefined for a defect. */
export function expectedOf(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error
  if (!(error instanceof Error)) return undefined
  // Next.js may load the class once per bundle, so the name counts as much as the prototype.
  if (error.name === 'AppError' && 'code' in error) return error as AppError
  if (isDatabaseDown(error)) return new AppError('unavailable', errorSentence('database'), { cause: error.message })
  return error.cause === undefined ? undefined : expectedOf(error.cause)
}
