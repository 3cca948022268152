import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { childEnv } from '#server/platform/env.ts'

const repository = path.resolve(import.meta.dirname, '../..')
const READY_MS = 30_000

/** WorkerProcess is a real worker of the product, started as its own process. */
export interface WorkerProcess {
  readonly pid: number
  /** Ends it in order: what it has begun is finished. */
  readonly stop: () => Promise<void>
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>
}

/** startWorker starts workers/main.ts with this process's environment and waits until it says that it is ready. */
export async function startWorker(): Promise<WorkerProcess> {
  const child: ChildProcess = spawn(process.execPath, ['workers/main.ts'], { cwd: repository, env: childEnv({ LOG_LEVEL: 'info' }), stdio: ['ignore', 'pipe', 'pipe'] })
  let words = ''
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The worker was not ready within ${READY_MS} ms: ${words.slice(-2000)}`)), READY_MS)
    const listen = (text: Buffer): void => {
      words += text.toString()
      if (!words.includes('worker ready')) return
      clearTimeout(timer)
      resolve()
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => reject(new Error(`The worker ended with ${code}: ${words.slice(-2000)}`)))
  })
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  return { pid: child.pid ?? 0, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}
