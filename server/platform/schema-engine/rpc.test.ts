import { expect, test } from 'vitest'
import { parseArguments } from './arguments.ts'
import { answer, type Engine } from './rpc.ts'

const engine: Engine = {
  applyMigrations: () => Promise.resolve({ appliedMigrationNames: ['one'] }),
  diff: (params) => Promise.resolve({ exitCode: 2, stdout: (params as { text: string | null }).text }),
  reset: () => Promise.reject(Object.assign(new Error('no'), { code: 'P3000', meta: { table: 'a' } })),
  ensure: () => Promise.resolve(undefined),
}
const ask = (method: string, params: unknown = {}) => answer(JSON.stringify({ jsonrpc: '2.0', id: 7, method, params }), engine)

test.each([
  ['a result', 'applyMigrations', {}, [{ jsonrpc: '2.0', id: 7, result: { appliedMigrationNames: ['one'] } }]],
  ['nothing becomes an empty result', 'ensure', {}, [{ jsonrpc: '2.0', id: 7, result: {} }]],
  ['a diff is printed first', 'diff', { text: 'x' }, [
    { jsonrpc: '2.0', id: 'print-7', method: 'print', params: { content: 'x' } }, { jsonrpc: '2.0', id: 7, result: { exitCode: 2 } },
  ]],
  ['a diff to a file prints nothing', 'diff', { text: null }, [{ jsonrpc: '2.0', id: 7, result: { exitCode: 2 } }]],
])('%s', async (_, method, params, expected) => {
  expect(await ask(method, params)).toEqual(expected)
})

test('an error has the shape that Prisma shows', async () => {
  const [message] = await ask('reset')
  expect(message).toEqual({
    jsonrpc: '2.0', id: 7, error: { code: 4466, message: 'no', data: { is_panic: false, message: 'no', error_code: 'P3000', meta: { table: 'a' } } },
  })
})

test('an unknown method is an error, not a crash', async () => {
  expect(await ask('fly')).toEqual([expect.objectContaining({ error: expect.objectContaining({ message: 'The schema engine has no method fly.' }) })])
})

test('an answer of Prisma asks nothing', async () => {
  expect(await answer('{"id":"print-7","jsonrpc":"2.0","result":{}}', engine)).toEqual([])
})

test('arguments: several schema files, the address, the check', () => {
  const args = ['--datamodels', 'a.prisma', '--datamodels', 'b.prisma', '--datasource', '{"url":"postgresql://h/d"}']
  expect(parseArguments(args, (file) => `text of ${file}`)).toEqual({
    url: 'postgresql://h/d', schemaFiles: [['a.prisma', 'text of a.prisma'], ['b.prisma', 'text of b.prisma']], check: false,
  })
  expect(parseArguments(['--datasource', '{}', 'cli', 'can-connect-to-database']).check).toBe(true)
})
