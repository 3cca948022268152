import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { until } from '#tests/harness/process.ts'
import { processExists } from '#server/platform/embedded/postmaster.ts'
import { pauseAfter, rotateLog, supervise } from './supervisor.ts'

const root = mkdtempSync(path.join(os.tmpdir(), 'mw-sup-'))
afterAll(() => rmSync(root, { recursive: true }))

test.each([[1, 500], [2, 1000], [3, 2000], [7, 30_000], [100, 30_000]])('after %i failures in a row: %i ms', (failures, expected) => {
  expect(pauseAfter(failures)).toBe(expected)
})

test('what ends is started again, what is stopped is not', async () => {
  writeFileSync(path.join(root, 'loop.ts'), `process.on('SIGTERM', () => { console.log('drained'); process.exit(0) }); setInterval(() => undefined, 1000); console.log('up', process.pid)`)
  const told: string[] = []
  const one = supervise({ name: 'loop', program: 'loop.ts' }, root, root, (line) => told.push(line), () => undefined)
  const log = (): string => readFileSync(one.logFile, 'utf8')
  await until('it runs', () => log().includes('up'))
  const first = one.pid() ?? 0
  process.kill(first, 'SIGKILL')
  await until('it runs again', () => one.pid() !== undefined && one.pid() !== first && log().includes(`up ${one.pid()}`))
  expect(one.failures()).toBe(1)
  expect(told).toEqual([`loop ended (SIGKILL); it starts again in 0.5 s. Its log: ${one.logFile}`])
  const second = one.pid() ?? 0
  await one.stop()
  expect(log()).toContain('drained')
  expect(processExists(second)).toBe(false)
  expect(told).toHaveLength(1)
})

test('one that does not end when asked is ended', async () => {
  writeFileSync(path.join(root, 'deaf.ts'), `process.on('SIGTERM', () => console.log('no')); setInterval(() => undefined, 1000); console.log('up')`)
  const one = supervise({ name: 'deaf', program: 'deaf.ts' }, root, root, () => undefined, () => undefined)
  await until('it runs', () => readFileSync(one.logFile, 'utf8').includes('up'))
  const pid = one.pid() ?? 0
  await one.stop(200)
  expect(processExists(pid)).toBe(false)
})

test('a long log is cut, and its older part kept', () => {
  const file = path.join(root, 'long.log')
  writeFileSync(file, 'the end of the old part')
  rotateLog(file)
  expect(statSync(file).size).toBeGreaterThan(0)
  truncateSync(file, 21 * 1024 ** 2)
  rotateLog(file)
  expect(statSync(file).size).toBe(0)
  expect(statSync(`${file}.1`).size).toBe(21 * 1024 ** 2)
})
