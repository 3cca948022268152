import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { livePostmaster, parsePostmasterPid, processExists } from './postmaster.ts'

const lines = (...values: string[]): string => `${values.join('\n')}\n`

test.each([
  ['ready', lines('4711', '/d/data', '1795341', '5433', '/d', '127.0.0.1', ' 16  1', 'ready   '), { pid: 4711, dataFolder: '/d/data', port: 5433, ready: true }],
  ['starting', lines('4711', '/d/data', '1795341', '5433', '/d', '127.0.0.1', ' 16  1', 'starting'), { pid: 4711, dataFolder: '/d/data', port: 5433, ready: false }],
  ['half written', lines('4711', '/d/data'), { pid: 4711, dataFolder: '/d/data', port: 0, ready: false }],
  ['empty', '', null],
  ['not a number', lines('x', '/d/data'), null],
])('postmaster.pid: %s', (_, text, expected) => {
  expect(parsePostmasterPid(text)).toEqual(expected)
})

test('a process id that another program took over is no PostgreSQL', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mw-pid-'))
  writeFileSync(path.join(folder, 'postmaster.pid'), lines(String(process.pid), folder, '1', '5432', '', '', '', 'ready'))
  expect(processExists(process.pid)).toBe(true)
  expect(livePostmaster(folder)).toBeNull()
  rmSync(folder, { recursive: true })
})
