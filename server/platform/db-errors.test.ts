import { expect, test } from 'vitest'
import { isDatabaseDown } from './db-errors.ts'

const withCode = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code })

test.each<[string, unknown, boolean]>([
  ['a full disk', withCode('53100'), true],
  ['too many connections', withCode('53300'), true],
  ['a connection cut', withCode('08006'), true],
  ['a server that shuts down', withCode('57P01'), true],
  ['a server that starts up', withCode('57P03'), true],
  ['nobody listening', withCode('ECONNREFUSED'), true],
  ['nobody listening on two addresses', new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')]), true],
  ['a pool that waited too long', new Error('timeout exceeded when trying to connect'), true],
  ['an ended connection', new Error('Connection terminated unexpectedly'), true],
  ['Prisma that cannot reach it', withCode('P1001'), true],
  ['one wrapped in another', new Error('outer', { cause: withCode('57P02') }), true],
  ['a broken unique key', withCode('23505'), false],
  ['a statement that was cancelled', withCode('57014'), false],
  ['a syntax error', withCode('42601'), false],
  ['Prisma\'s unique key', withCode('P2002'), false],
  ['another error', new Error('no'), false],
  ['no error at all', 'ECONNREFUSED', false],
])('%s', (_, error, down) => {
  expect(isDatabaseDown(error)).toBe(down)
})
