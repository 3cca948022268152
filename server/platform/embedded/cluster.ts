import { spawn } from 'node:child_process'
import { appendFileSync, chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { AppError } from '../../core/kernel/errors.ts'
import { asAccount, type Account } from './account.ts'
import { program, type Binaries } from './binaries.ts'
import { freePort } from './ports.ts'
import { livePostmaster, processExists } from './postmaster.ts'

/** Cluster is one PostgreSQL installation on this machine: its programs, its folder, who runs it and how. */
export interface Cluster {
  readonly binaries: Binaries
  readonly account: Account | null
  /** Holds data/ and log; owned by the account. */
  readonly folder: string
  readonly superuserPassword: string
  /** Settings beside the defaults below, as in postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>
}

/** Running is a started cluster: where it listens and its main process. */
export interface Running {
  readonly port: number
  readonly pid: number
  /** True when it was running already and was taken over. */
  readonly adopted: boolean
}

/** SUPERUSER is the cluster's first role, which makes the others and is used for nothing else. */
export const SUPERUSER = 'postgres'
const SETTINGS_FILE = 'millwright.conf'
const START_TIMEOUT_S = 60
const LONGEST_LOG = 20 * 1024 ** 2
const KILLED_RETRY_MS = 20_000

/** dataFolder is where the cluster's files lie. */
const dataFolder = (cluster: Cluster): string => path.join(cluster.folder, 'data')

const logFile = (cluster: Cluster): string => path.join(cluster.folder, 'postgresql.log')

/** isInitialized tells whether initdb finished here once. */
export const isInitialized = (cluster: Cluster): boolean => existsSync(path.join(dataFolder(cluster), 'PG_VERSION'))

/** memorySettings sizes PostgreSQL's caches to the machine: an eighth of its memory, between 128 MB and 2 GB. */
function memorySettings(totalBytes: number): Record<string, string> {
  const buffers = Math.round(Math.min(2048, Math.max(128, totalBytes / 1024 ** 2 / 8)))
  return { shared_buffers: `${buffers}MB`, effective_cache_size: `${buffers * 3}MB` }
}

const DEFAULT_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "'127.0.0.1'",
  max_connections: '200',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
  timezone: "'UTC'",
  log_timezone: "'UTC'",
  jit: 'off',
}

/** ownFolder makes a folder that belongs to the account and to nobody else. */
function ownFolder(folder: string, account: Account | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!account) return
  chownSync(folder, account.uid, account.gid)
  chmodSync(folder, 0o700)
}

/** initialize makes the cluster's files (about a second). A half-made one, left by a killed first start, is made anew. */
export async function initialize(cluster: Cluster): Promise<void> {
  ownFolder(cluster.folder, cluster.account)
  const half = path.join(cluster.folder, 'data.new')
  rmSync(half, { recursive: true, force: true })
  const passwordFile = path.join(cluster.folder, '.superuser')
  writeFileSync(passwordFile, `${cluster.superuserPassword}\n`, { mode: 0o600 })
  if (cluster.account) chownSync(passwordFile, cluster.account.uid, cluster.account.gid)
  try {
    await run(cluster, 'initdb', [
      '--pgdata', half, '--username', SUPERUSER, '--pwfile', passwordFile, '--auth', 'scram-sha-256',
      '--encoding', 'UTF8', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C', '--no-instructions',
      // One flush of the file system instead of one per file: a first start is seconds shorter. Linux only.
      ...(process.platform === 'linux' ? ['--sync-method=syncfs'] : []),
    ])
  } finally {
    rmSync(passwordFile, { force: true })
  }
  // Ours first, then ALTER SYSTEM's file: what an administrator sets there wins.
  appendFileSync(path.join(half, 'postgresql.conf'), `\ninclude_if_exists '${SETTINGS_FILE}'\n`)
  // Renamed last: a data folder that exists is complete.
  renameSync(half, dataFolder(cluster))
}

function writeSettings(cluster: Cluster): void {
  const settings = { ...DEFAULT_SETTINGS, ...memorySettings(os.totalmem()), ...cluster.settings }
  // A unix socket's path may hold about 100 bytes (sun_path); where the folder is longer, TCP on loopback alone serves.
  const socket = cluster.folder.length < 80 ? cluster.folder : ''
  const lines = Object.entries({ ...settings, unix_socket_directories: `'${socket}'` }).map(([name, value]) => `${name} = ${value}`)
  const file = path.join(dataFolder(cluster), SETTINGS_FILE)
  writeFileSync(file, `# Written by Millwright at every start.\n${lines.join('\n')}\n`, { mode: 0o600 })
  if (cluster.account) chownSync(file, cluster.account.uid, cluster.account.gid)
}

/**
 * start brings the cluster up and waits until it answers. One that runs already is taken over; after a `kill -9`
 * of its main process the old children may hold the shared memory for some seconds, so the start is tried again.
 */
export async function start(cluster: Cluster, preferredPort?: number): Promise<Running> {
  const live = livePostmaster(dataFolder(cluster))
  if (live?.ready) return { port: live.port, pid: live.pid, adopted: true }
  if (live) await waitForEnd(live.pid, KILLED_RETRY_MS)
  const deadline = Date.now() + KILLED_RETRY_MS
  for (;;) {
    // A lock file without its process is stale; one whose process id another program has now would stop PostgreSQL for nothing.
    if (!livePostmaster(dataFolder(cluster))) rmSync(path.join(dataFolder(cluster), 'postmaster.pid'), { force: true })
    const port = await freePort('127.0.0.1', preferredPort)
    writeSettings(cluster)
    keepLogShort(logFile(cluster))
    try {
      await run(cluster, 'pg_ctl', ['start', '--wait', '--silent', '--timeout', String(START_TIMEOUT_S), '--pgdata', dataFolder(cluster), '--log', logFile(cluster), '--options', `-p ${port}`])
      const started = livePostmaster(dataFolder(cluster))
      if (started) return { port, pid: started.pid, adopted: false }
    } catch (error) {
      if (Date.now() > deadline) throw error
    }
    await delay(500)
  }
}

/** stop ends the cluster in order (fast: open transactions are rolled back) and waits for it; one that does not run is no error. */
export async function stop(cluster: Cluster, timeoutS = 30): Promise<void> {
  const live = livePostmaster(dataFolder(cluster))
  if (!live) return
  await run(cluster, 'pg_ctl', ['stop', '--mode', 'fast', '--wait', '--silent', '--timeout', String(timeoutS), '--pgdata', dataFolder(cluster)])
}

async function waitForEnd(pid: number, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (processExists(pid) && Date.now() < deadline) await delay(200)
}

function run(cluster: Cluster, name: 'initdb' | 'pg_ctl', args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // Its own session: a Ctrl-C in the terminal must reach Millwright alone, which stops the database last.
    const child = spawn(program(cluster.binaries, name), args, {
      cwd: cluster.folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv, ...asAccount(cluster.account),
    })
    let words = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => { words += text })
    child.once('error', reject)
    child.once('exit', (code) => {
      // Not "close": the database that pg_ctl leaves behind keeps inherited streams open.
      child.stderr.destroy()
      if (code === 0) resolve()
      else reject(new AppError('unavailable', `PostgreSQL's ${name} failed: ${words.trim() || `exit ${code}`}. ${lastLogLine(cluster)}`.trim()))
    })
  })
}

/** Its log grows slowly; at a start one older part is kept. */
function keepLogShort(file: string): void {
  if (existsSync(file) && statSync(file).size > LONGEST_LOG) renameSync(file, `${file}.1`)
}

function lastLogLine(cluster: Cluster): string {
  if (!existsSync(logFile(cluster))) return ''
  const lines = readFileSync(logFile(cluster), 'utf8').trimEnd().split('\n').slice(-3)
  return `Its log ends: ${lines.join(' | ')}`
}
