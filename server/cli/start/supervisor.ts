import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, copyFileSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { childEnv } from '#server/platform/env.ts'

/** ChildPlan is one process of the stack. */
export interface ChildPlan {
  readonly name: string
  /** Its program, from the checkout's folder. */
  readonly program: string
  readonly args?: readonly string[]
  /** Node's own options, such as --watch. */
  readonly nodeOptions?: readonly string[]
  /** Variables beside the start command's own; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>
}

/** Supervised is a process that is started again, with growing pauses, whenever it ends by itself. */
export interface Supervised {
  readonly name: string
  readonly pid: () => number | undefined
  /** How often it ended by itself since it last ran for a minute. */
  readonly failures: () => number
  /** True once it has run for a while without ending. */
  readonly steady: () => boolean
  readonly logFile: string
  /** Asks it to end (SIGTERM), and ends it after the grace. */
  readonly stop: (graceMs?: number) => Promise<void>
}

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
const SETTLED_MS = 60_000
const STEADY_MS = 1_500
const LONGEST_LOG = 20 * 1024 ** 2

/** pauseAfter is how long to wait before the next start, in milliseconds: it doubles with each failure up to half a minute. */
export const pauseAfter = (failures: number): number => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, failures - 1))

/** supervise starts the process and keeps it running until stopped. `tell` hears what a person should know; `changed` that its id is new. */
export function supervise(plan: ChildPlan, root: string, logFolder: string, tell: (line: string) => void, changed: () => void): Supervised {
  const logFile = path.join(logFolder, `${plan.name}.log`)
  let child: ChildProcess | undefined
  let failures = 0
  let begunAt = 0
  let stopping = false
  let pause: NodeJS.Timeout | undefined

  const begin = (): void => {
    rotateLog(logFile)
    begunAt = Date.now()
    const log = openSync(logFile, 'a', 0o600)
    const options = [...(plan.nodeOptions ?? []), '--disable-warning=ExperimentalWarning', '--import', path.join(import.meta.dirname, 'orphan.mjs')]
    const started = spawn(process.execPath, [...options, plan.program, ...(plan.args ?? [])], {
      cwd: root, env: childEnv(plan.env), stdio: ['ignore', log, log, 'ipc'],
      // A group of its own: Ctrl-C reaches the start command alone, which stops the others in order.
      detached: true,
    })
    child = started
    closeSync(log)
    changed()
    started.once('error', (error) => tell(`${plan.name} could not be started: ${error.message}`))
    started.once('exit', (code, signal) => {
      child = undefined
      if (stopping) return
      failures = Date.now() - begunAt > SETTLED_MS ? 1 : failures + 1
      const wait = pauseAfter(failures)
      tell(`${plan.name} ended (${signal ?? `exit ${code}`}); it starts again in ${wait / 1000} s. Its log: ${logFile}`)
      pause = setTimeout(begin, wait)
    })
  }
  begin()

  return {
    name: plan.name, logFile, pid: () => child?.pid, failures: () => failures,
    steady: () => child !== undefined && Date.now() - begunAt > STEADY_MS,
    stop: async (graceMs = 15_000) => {
      stopping = true
      clearTimeout(pause)
      if (!child) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const hard = setTimeout(() => child?.kill('SIGKILL'), graceMs)
      await ended
      clearTimeout(hard)
    },
  }
}

/** rotateLog keeps one older part of a log that has grown beyond 20 MB; the writer appends, so the file may be cut under it. */
export function rotateLog(logFile: string): void {
  if (!existsSync(logFile) || statSync(logFile).size < LONGEST_LOG) return
  copyFileSync(logFile, `${logFile}.1`)
  truncateSync(logFile)
}

/** lastLines is the end of a log, for a person who must see why a process does not come up. */
export const lastLines = (logFile: string, count = 8): string =>
  existsSync(logFile) ? readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count).join('\n') : ''
