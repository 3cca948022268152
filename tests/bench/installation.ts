import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '#server/platform/embedded/ports.ts'
import { childEnv, provideEnv } from '#server/platform/env.ts'
import { openDatabase } from '#server/platform/installation/database.ts'

const root = path.resolve(import.meta.dirname, '../..')
const READY_MS = 5 * 60_000

/** Installation is a whole Millwright started for a benchmark on a data folder of its own. */
export interface Installation {
  readonly address: string
  readonly close: () => Promise<void>
}

/** startInstallation runs the start command without the demo plant, waits until it is ready, and opens its database to this process. */
export async function startInstallation(): Promise<Installation> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'mw-bench-'))
  const port = await freePort()
  const child: ChildProcess = spawn(process.execPath, ['server/cli/start.mjs'], {
    cwd: root,
    env: childEnv({ DATA_DIR: dataFolder, PORT: String(port), MILLWRIGHT_DEMO: '0', LOG_LEVEL: 'warn', DATABASE_URL: undefined, REDIS_URL: undefined }),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let words = ''
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready within ${READY_MS / 1000} s: ${words.slice(-2000)}`)), READY_MS)
    child.stdout?.on('data', (text: Buffer) => {
      words += text.toString()
      if (!words.includes('ready at')) return
      clearTimeout(timer)
      resolve()
    })
    child.once('exit', (code) => reject(new Error(`the start ended with ${code}: ${words.slice(-2000)}`)))
  })
  const database = await openDatabase({ dataFolder, root, databaseUrl: undefined, secret: undefined })
  provideEnv({ ...database.addresses, MILLWRIGHT_SECRET: database.secret })
  return {
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      const { closeDatabase } = await import('#server/platform/db.ts')
      await closeDatabase()
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
      if (database.folder) rmSync(database.folder, { recursive: true, force: true })
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
