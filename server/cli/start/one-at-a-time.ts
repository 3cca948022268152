import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { processExists } from '#server/platform/embedded/postmaster.ts'

const LOOK_MS = 200

/**
 * oneAtATime runs work while this process holds a lock file, and waits for another process that holds it: two starts from
 * one checkout must not build into one folder. The file of a process that is gone counts for nothing.
 */
export async function oneAtATime<T>(lockFile: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  mkdirSync(path.dirname(lockFile), { recursive: true })
  while (!take(lockFile)) await delay(LOOK_MS, undefined, { signal })
  try {
    return await work()
  } finally {
    rmSync(lockFile, { force: true })
  }
}

function take(lockFile: string): boolean {
  const holder = existsSync(lockFile) ? Number(readFileSync(lockFile, 'utf8')) : 0
  // An empty file was made this instant: its holder has yet to write who it is.
  if (holder > 0 && !processExists(holder)) rmSync(lockFile, { force: true })
  try {
    // Exclusive: of several that wait, one makes the file.
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
