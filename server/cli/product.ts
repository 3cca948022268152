import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '#server/platform/embedded/ports.ts'
import { childEnv } from '#server/platform/env.ts'

const root = path.resolve(import.meta.dirname, '../..')
const STOP_MS = 60_000

// What this process may have been given (a test database, another installation) is not the product's.
const NOT_INHERITED = Object.fromEntries(
  ['MW_OWNER_URL', 'MW_APP_URL', 'MW_SYSTEM_URL', 'MW_PUBLIC_URL', 'DATABASE_URL', 'REDIS_URL', 'MILLWRIGHT_SECRET', 'HOST', 'HTTP_PORT', 'TLS', 'TLS_HOSTS', 'TLS_CERT', 'TLS_KEY', 'NODE_ENV', 'LOG_LEVEL']
    .map((name) => [name, undefined]),
)

/** Product is the whole of Millwright, started as a person starts it, on a data folder of its own. */
export interface Product {
  readonly url: string
  readonly dataFolder: string
  readonly pid: number
  /** What it has printed so far. */
  readonly output: () => string
  /** Stops it as Ctrl-C does; the data stays. */
  readonly stop: () => Promise<void>
  /** Stops it and removes its data. */
  readonly close: () => Promise<void>
}

/** ProductOptions: an existing data folder (for a second start), further variables. */
export interface ProductOptions {
  readonly dataFolder?: string
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly timeoutMs?: number
}

/** newDataFolder makes an empty data folder that the database's user can reach. */
export function newDataFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mw-data-'))
  chmodSync(folder, 0o755)
  return folder
}

/** removeDataFolder removes a stopped product's data, that which lies elsewhere included. */
export function removeDataFolder(folder: string): void {
  const pointer = path.join(folder, 'postgres.json')
  if (existsSync(pointer)) rmSync((JSON.parse(readFileSync(pointer, 'utf8')) as { folder: string }).folder, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

/** startProduct runs `server/cli/start.mjs` on a free port and waits for its "ready" line; throws with what it printed when it ends instead. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const dataFolder = options.dataFolder ?? newDataFolder()
  const port = await freePort()
  const child = spawn(process.execPath, [path.join(root, 'server/cli/start.mjs')], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: childEnv({ ...NOT_INHERITED, PORT: String(port), DATA_DIR: dataFolder, ...options.env }),
  })
  let output = ''
  const listen = (text: Buffer): void => { output += text.toString() }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const exited = once(child, 'exit')
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const hard = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    child.kill('SIGTERM')
    await exited
    clearTimeout(hard)
  }
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => { void stop(); reject(new Error(`Millwright did not become ready:\n${output}`)) }, options.timeoutMs ?? 240_000)
    child.stdout.on('data', () => {
      if (!output.includes('Millwright is ready at')) return
      clearTimeout(late)
      resolve()
    })
    child.once('exit', (code) => { clearTimeout(late); reject(new Error(`Millwright ended with ${code}:\n${output}`)) })
  })
  return {
    url: `http://127.0.0.1:${port}`, dataFolder, pid: child.pid ?? 0, output: () => output, stop,
    close: async () => { await stop(); removeDataFolder(dataFolder) },
  }
}
