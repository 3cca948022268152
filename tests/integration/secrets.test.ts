import { fork } from 'node:child_process'
import { once } from 'node:events'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { env } from '#server/platform/env.ts'
import { TEST_PASSWORD } from '#tests/harness/cluster.ts'
import { useTestDatabase } from '#tests/harness/database.ts'

const database = useTestDatabase()
const PLANTED = { password: 'planted-password-one', wrong: 'planted-password-two', next: 'planted-password-three' }

let output = ''
let told: { key: string; cookies: string[] } = { key: '', cookies: [] }
const stored: { table: string; text: string }[] = []

beforeAll(async () => {
  vi.stubEnv('LOG_LEVEL', 'trace')
  const child = fork(new URL('./support/secret-work.ts', import.meta.url), Object.values(PLANTED), { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const keep = (part: Buffer): void => { output += part.toString() }
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  child.on('message', (message) => { told = message as typeof told })
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new Error(`The work with secrets ended with ${code}: ${output.slice(-2000)}`)
  const tables = await database.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  )
  for (const { name } of tables) stored.push(...(await database.query<{ table: string; text: string }>(`SELECT '${name}' AS table, t::text AS text FROM ${name} t`)))
})

const everything = (): [what: string, secret: string][] => [
  ['the password', PLANTED.password], ['a wrong password', PLANTED.wrong], ['the next password', PLANTED.next], ['the key', told.key],
  ['the installation\'s secret', env().MILLWRIGHT_SECRET ?? ''], ['the database password', TEST_PASSWORD],
  ...told.cookies.map((cookie): [string, string] => ['a cookie', cookie]),
]

describe('secrets', () => {
  test('were really used, and the log was really open', () => {
    expect(told.key).toMatch(/^mwk_/)
    expect(told.cookies.length).toBeGreaterThan(0)
    expect(output).toContain('"code":"unauthenticated"')
    expect(output).toContain('defect at http')
    expect(output).toContain('somebody logs too much')
    expect(stored.filter(({ table }) => table === 'public.api_key')).toHaveLength(1)
    expect(stored.filter(({ table }) => table === 'public.auth_user')).toHaveLength(2)
  })

  test('are not in the log', () => {
    for (const [what, secret] of everything()) {
      expect(secret.length, what).toBeGreaterThan(8)
      expect(output.includes(secret), what).toBe(false)
    }
  })

  test('are not in the database', () => {
    for (const [what, secret] of everything()) {
      expect(stored.filter(({ text }) => text.includes(secret)).map(({ table }) => table), what).toEqual([])
    }
  })
})
