import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { AppError } from '#server/core/kernel/errors.ts'
import { childEnv } from '#server/platform/env.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** What the web build reads. Tests, commands and the generated client (made from prisma/schema) do not count. */
const WEB_SOURCES = [
  'app/**/*', 'public/**/*', 'prisma/schema/*', 'server/{api,core,flows,modules,platform,queue}/**/*',
  '*.{ts,mjs}', 'package.json', 'package-lock.json', 'tsconfig.json',
]
const NOT_BUILT = /\.test\.tsx?$|^server\/platform\/(prisma|embedded|installation|schema-engine)\/|^next-env\.d\.ts$|^(vitest|eslint|prisma)\.config\./
const CLIENT_SOURCES = ['prisma/schema/*', 'package-lock.json']

const WEB_STAMP = '.next/millwright-sources'
const BUILD_ID = '.next/BUILD_ID'
const CLIENT_STAMP = '.cache/prisma-client'
const OTHER_BUILD_MS = 60_000
const CLIENT = 'server/platform/prisma/client.ts'

/** sourcesHash is one hash over the names and contents of the files that match. */
export function sourcesHash(root: string, patterns: readonly string[], skip: RegExp = /$^/): string {
  const hash = createHash('sha256')
  const entries = globSync([...patterns], { cwd: root, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  for (const file of files.filter((name) => !skip.test(name)).sort()) hash.update(`${file}\0`).update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

const stampIs = (root: string, stamp: string, hash: string): boolean => {
  const file = path.join(root, stamp)
  return existsSync(file) && readFileSync(file, 'utf8') === hash
}

function setStamp(root: string, stamp: string, hash: string): void {
  mkdirSync(path.dirname(path.join(root, stamp)), { recursive: true })
  writeFileSync(path.join(root, stamp), hash)
}

/** Runs a program and sets the stamp when the sources changed since it last did; true when it ran. */
async function whenStale(root: string, stamp: string, isStale: () => string | null, signal: AbortSignal, work: () => Promise<void>): Promise<boolean> {
  if (isStale() === null) return false
  return oneAtATime(path.join(root, `.cache/${path.basename(stamp)}.lock`), signal, async () => {
    // Another start may have done it while this one waited.
    const hash = isStale()
    if (hash === null) return false
    await work()
    setStamp(root, stamp, hash)
    return true
  })
}

/** ensureClient generates the Prisma client when the schema changed since; true when it did. No engine and no database is needed. */
export function ensureClient(root: string, signal: AbortSignal): Promise<boolean> {
  const isStale = (): string | null => {
    const hash = sourcesHash(root, CLIENT_SOURCES)
    return existsSync(path.join(root, CLIENT)) && stampIs(root, CLIENT_STAMP, hash) ? null : hash
  }
  return whenStale(root, CLIENT_STAMP, isStale, signal, () =>
    tool(root, 'The database client could not be generated', ['node_modules/prisma/build/index.js', 'generate'], signal))
}

/** ensureBuild builds the web application when a source changed since the last build; true when it did. */
export function ensureBuild(root: string, tell: (line: string) => void, signal: AbortSignal): Promise<boolean> {
  const isStale = (): string | null => {
    const hash = sourcesHash(root, WEB_SOURCES, NOT_BUILT)
    return stampIs(root, WEB_STAMP, hash) && existsSync(path.join(root, BUILD_ID)) ? null : hash
  }
  return whenStale(root, WEB_STAMP, isStale, signal, async () => {
    tell('Building the web application …')
    // What a killed build leaves behind can break the next one: only a finished build's cache is worth keeping.
    if (!existsSync(path.join(root, BUILD_ID))) rmSync(path.join(root, '.next'), { recursive: true, force: true })
    await buildOnce(() => tool(root, 'The web application could not be built', ['node_modules/next/dist/bin/next', 'build'], signal, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }))
    // A build that was ended half-way may leave with code 0.
    if (!existsSync(path.join(root, BUILD_ID))) throw new AppError('unavailable', 'The web application was not built to the end: start again.')
  })
}

/** A build whose start command was killed may live for some seconds more, and Next.js refuses a second one beside it. */
async function buildOnce(build: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + OTHER_BUILD_MS
  for (;;) {
    try {
      return await build()
    } catch (error) {
      if (!(error instanceof AppError) || !error.message.includes('Another next build process is already running') || Date.now() > deadline) throw error
      await delay(1_000)
    }
  }
}

function tool(root: string, failure: string, args: readonly string[], signal: AbortSignal, env: Readonly<Record<string, string>> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const orphan = path.join(import.meta.dirname, 'orphan.mjs')
    const child = spawn(process.execPath, ['--import', orphan, ...args], { cwd: root, env: childEnv(env), stdio: ['ignore', 'pipe', 'pipe', 'ipc'], signal })
    let words = ''
    const listen = (text: Buffer): void => { words = (words + text.toString()).slice(-6000) }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new AppError('unavailable', `${failure}:\n${words.trim()}`))))
  })
}
