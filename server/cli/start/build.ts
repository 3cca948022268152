import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '#server/core/kernel/errors.ts'
import { childEnv } from '#server/platform/env.ts'

/** What the web build reads. Tests, commands and the generated client (made from prisma/schema) do not count. */
const WEB_SOURCES = [
  'app/**/*', 'public/**/*', 'prisma/schema/*', 'server/{api,core,flows,modules,platform,queue}/**/*',
  '*.{ts,mjs}', 'package.json', 'package-lock.json', 'tsconfig.json',
]
const NOT_BUILT = /\.test\.tsx?$|^server\/platform\/(prisma|embedded|installation|schema-engine)\/|^next-env\.d\.ts$|^(vitest|eslint|prisma)\.config\./
const CLIENT_SOURCES = ['prisma/schema/*', 'package-lock.json']

const WEB_STAMP = '.next/millwright-sources'
const CLIENT_STAMP = '.cache/prisma-client'
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

/** ensureClient generates the Prisma client when the schema changed since; true when it did. No engine and no database is needed. */
export async function ensureClient(root: string, signal: AbortSignal): Promise<boolean> {
  const hash = sourcesHash(root, CLIENT_SOURCES)
  if (existsSync(path.join(root, CLIENT)) && stampIs(root, CLIENT_STAMP, hash)) return false
  await tool(root, 'The database client could not be generated', ['node_modules/prisma/build/index.js', 'generate'], signal)
  setStamp(root, CLIENT_STAMP, hash)
  return true
}

/** ensureBuild builds the web application when a source changed since the last build; true when it did. */
export async function ensureBuild(root: string, tell: (line: string) => void, signal: AbortSignal): Promise<boolean> {
  const hash = sourcesHash(root, WEB_SOURCES, NOT_BUILT)
  if (stampIs(root, WEB_STAMP, hash)) return false
  tell('Building the web application …')
  await tool(root, 'The web application could not be built', ['node_modules/next/dist/bin/next', 'build'], signal, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })
  setStamp(root, WEB_STAMP, hash)
  return true
}

function tool(root: string, failure: string, args: readonly string[], signal: AbortSignal, env: Readonly<Record<string, string>> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { cwd: root, env: childEnv(env), stdio: ['ignore', 'pipe', 'pipe'], signal })
    let words = ''
    const listen = (text: Buffer): void => { words = (words + text.toString()).slice(-6000) }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new AppError('unavailable', `${failure}:\n${words.trim()}`))))
  })
}
