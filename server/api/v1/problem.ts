import type { ErrorCode } from '#server/core/kernel/errors.ts'
import { currentRequestId } from '#server/platform/request.ts'
import { log } from '#server/platform/log.ts'
import { expectedOf } from '../expected.ts'

// The HTTP status of each expected error.
const STATUS: Readonly<Record<ErrorCode, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  invalid: 422,
  conflict: 409,
  'illegal-transition': 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
}

const TITLE: Readonly<Record<ErrorCode | 'defect', string>> = {
  unauthenticated: 'A valid key is needed',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  invalid: 'The request does not fit',
  conflict: 'Conflict',
  'illegal-transition': 'Not possible in this state',
  'too-large': 'Too large',
  'too-many': 'Too many requests',
  unavailable: 'Not available just now',
  defect: 'Something went wrong on our side',
}

const RETRY_S = 5

/** ProblemFacts are further members of a problem, for programs: which fields, which limit. */
export type ProblemFacts = Readonly<Record<string, unknown>>

/** problem answers with problem details (RFC 9457): code is for programs, detail for people. */
function problem(code: ErrorCode | 'defect', detail: string, facts: ProblemFacts = {}, headers: Readonly<Record<string, string>> = {}): Response {
  const status = code === 'defect' ? 500 : STATUS[code]
  const body = { type: 'about:blank', title: TITLE[code], status, code, detail, ...facts, requestId: currentRequestId() }
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers } })
}

/** problemOf maps anything thrown to an answer, in this one place: expected errors with their words, defects logged once and without a word of theirs. */
export function problemOf(error: unknown, path: string): Response {
  const expected = expectedOf(error)
  if (!expected) {
    log.error({ requestId: currentRequestId(), path, err: error }, 'request failed')
    return problem('defect', 'The request was not completed. Send it again; if it stays, tell an administrator the request id.')
  }
  log.info({ requestId: currentRequestId(), path, code: expected.code, facts: expected.facts }, expected.message)
  const { retryAfterSeconds, issues } = expected.facts
  const headers: Record<string, string> = {}
  if (expected.code === 'unauthenticated') headers['www-authenticate'] = 'Bearer'
  if (expected.code === 'too-many' || expected.code === 'unavailable') headers['retry-after'] = String(typeof retryAfterSeconds === 'number' ? Math.ceil(retryAfterSeconds) : RETRY_S)
  return problem(expected.code, expected.message, issues === undefined ? {} : { issues }, headers)
}
