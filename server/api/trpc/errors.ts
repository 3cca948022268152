import { TRPCError, type TRPC_ERROR_CODE_KEY } from '@trpc/server'
import * as z from 'zod'
import { errorSentence } from '#server/core/kernel/error-sentences.ts'
import type { ErrorCode } from '#server/core/kernel/errors.ts'
import type { Message } from '#server/core/kernel/message.ts'
import { errorWords } from '../error-words.ts'
import { expectedOf } from '../expected.ts'

const TRPC_CODE: Readonly<Record<ErrorCode, TRPC_ERROR_CODE_KEY>> = {
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  invalid: 'BAD_REQUEST',
  conflict: 'CONFLICT',
  'illegal-transition': 'CONFLICT',
  'too-large': 'PAYLOAD_TOO_LARGE',
  'too-many': 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
}

/** toTrpcError maps an expected error to tRPC's codes with the user's words; everything else passes unchanged. */
export function toTrpcError(error: TRPCError): TRPCError {
  const expected = expectedOf(error)
  if (!expected) return error
  return new TRPCError({ code: TRPC_CODE[expected.code], message: expected.message, cause: expected })
}

/** FieldIssue is a field that does not fit: its words, and where there is one a key for other languages with the bound that it speaks of. */
interface FieldIssue { readonly path: string; readonly message: string; readonly key?: string | null; readonly bound?: number | null }

const issuesFact = z.array(z.object({
  path: z.array(z.string()), message: z.string(), key: z.string().nullable().default(null), bound: z.number().nullable().default(null),
})).catch([])

/** ErrorFacts is what the browser learns of a failure besides its code and words. */
export interface ErrorFacts {
  /** The expected error's code, null for a defect. */
  readonly reason: ErrorCode | null
  /** Fields that do not fit, when the input was refused. */
  readonly issues: readonly FieldIssue[]
  /** The same words for the reader's language; null where there are none. */
  readonly text: Message | null
}

/** describeError gives the words and facts that may leave the server: never a defect's own message. */
export function describeError(error: TRPCError): { message: string; facts: ErrorFacts } {
  const { message, ...facts } = factsOf(error)
  return { message, facts: { ...facts, text: errorWords(message) } }
}

function factsOf(error: TRPCError): Omit<ErrorFacts, 'text'> & { readonly message: string } {
  const expected = expectedOf(error)
  if (expected) return { message: expected.message, reason: expected.code, issues: issuesFact.parse(expected.facts['issues']).map(({ path, ...issue }) => ({ path: path.join('.'), ...issue })) }
  if (error.code === 'BAD_REQUEST' && error.cause instanceof z.ZodError) {
    const issues = error.cause.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
    const first = issues[0]
    const details = first ? `${first.path === '' ? '' : `${first.path}: `}${first.message}` : ''
    return { message: errorSentence('does-not-fit', { details }).trim(), reason: 'invalid', issues }
  }
  if (error.code === 'INTERNAL_SERVER_ERROR') return { message: errorSentence('unexpected'), reason: null, issues: [] }
  return { message: error.message, reason: null, issues: [] }
}
