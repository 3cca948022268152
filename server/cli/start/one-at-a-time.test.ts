import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'mw-lock-'))
const lock = path.join(folder, 'deep/build.lock')
const signal = new AbortController().signal
afterAll(() => rmSync(folder, { recursive: true }))

test('work never overlaps, and every one runs', async () => {
  let inside = 0
  let most = 0
  const work = async (): Promise<void> => {
    inside += 1
    most = Math.max(most, inside)
    await new Promise((resolve) => setImmediate(resolve))
    inside -= 1
  }
  await Promise.all([1, 2, 3].map(() => oneAtATime(lock, signal, work)))
  expect({ most, inside, left: existsSync(lock) }).toEqual({ most: 1, inside: 0, left: false })
})

test('a lock of a process that is gone does not hold anybody up', async () => {
  // Linux gives no process an id above 2^22 (proc(5), pid_max).
  writeFileSync(lock, '99999999')
  expect(await oneAtATime(lock, signal, () => Promise.resolve('done'))).toBe('done')
})

test('it is given back after a failure, and waiting can be called off', async () => {
  await expect(oneAtATime(lock, signal, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  writeFileSync(lock, String(process.pid))
  const stop = new AbortController()
  const waiting = oneAtATime(lock, stop.signal, () => Promise.resolve())
  stop.abort()
  await expect(waiting).rejects.toThrow(/abort/i)
})
