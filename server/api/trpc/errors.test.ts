import { TRPCError } from '@trpc/server'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { AppError, type ErrorCode } from '#server/core/kernel/errors.ts'
import { describeError, toTrpcError } from './errors.ts'

const wrap = (cause: unknown, code: TRPCError['code'] = 'INTERNAL_SERVER_ERROR'): TRPCError => new TRPCError({ code, cause })

const CODES: Readonly<Record<ErrorCode, TRPCError['code']>> = {
  unauthenticated: 'UNAUTHORIZED', forbidden: 'FORBIDDEN', 'not-found': 'NOT_FOUND', invalid: 'BAD_REQUEST', conflict: 'CONFLICT',
  'illegal-transition': 'CONFLICT', 'too-large': 'PAYLOAD_TOO_LARGE', 'too-many': 'TOO_MANY_REQUESTS', unavailable: 'SERVICE_UNAVAILABLE',
}

describe('an expected error', () => {
  test.each(Object.entries(CODES) as [ErrorCode, TRPCError['code']][])('%s keeps its words and becomes %s', (code, expected) => {
    const error = toTrpcError(wrap(new AppError(code, 'Words for the user.', { secretFact: 1 })))
    expect(error.code).toBe(expected)
    expect(describeError(error)).toEqual({ message: 'Words for the user.', facts: { reason: code, issues: [], text: null } })
  })

  test('names the fields that it is about, and nothing else of its facts', () => {
    const issues = [{ path: ['ladder', '0', 'limit'], message: 'Worse.', key: 'ladderOrder', bound: 42 }, { path: ['limit'], message: 'Give a limit.' }]
    const { facts } = describeError(toTrpcError(wrap(new AppError('invalid', 'Worse.', { issues, secretFact: 1 }))))
    expect(facts.issues).toEqual([{ path: 'ladder.0.limit', message: 'Worse.', key: 'ladderOrder', bound: 42 }, { path: 'limit', message: 'Give a limit.', key: null, bound: null }])
  })

  test('is found when it was thrown by another copy of the class', () => {
    const copy = Object.assign(new Error('Words.'), { name: 'AppError', code: 'forbidden', facts: {} })
    expect(toTrpcError(wrap(copy)).code).toBe('FORBIDDEN')
  })

  test('is what a database that is down becomes', () => {
    const error = toTrpcError(wrap(Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), { code: 'ECONNREFUSED' })))
    expect(error.code).toBe('SERVICE_UNAVAILABLE')
    expect(describeError(error).message).not.toContain('10.0.0.7')
  })
})

describe('a defect', () => {
  test('says nothing of itself', () => {
    const { message, facts } = describeError(wrap(new Error('SELECT * FROM person WHERE password = hunter2')))
    expect(message).not.toContain('hunter2')
    expect(facts).toEqual({ reason: null, issues: [], text: { key: 'error.unexpected', params: {} } })
  })
})

describe('input that does not fit', () => {
  test('names the fields in words', () => {
    const parsed = z.object({ name: z.string(), n: z.number().max(3) }).safeParse({ n: 5 })
    const { message, facts } = describeError(wrap(parsed.error, 'BAD_REQUEST'))
    expect(message).toMatch(/^This does not fit\. name: /)
    expect(facts.reason).toBe('invalid')
    expect(facts.issues.map(({ path }) => path)).toEqual(['name', 'n'])
  })
})
