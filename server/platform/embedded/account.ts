import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { AppError } from '../../core/kernel/errors.ts'

/** Account is an operating-system user: the one PostgreSQL runs as when Millwright itself runs as root. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

const OWN_ACCOUNT = 'millwright'
const FALLBACKS = ['postgres', 'nobody', 'daemon']

/** accountNamed finds a user in the text of /etc/passwd (name:password:uid:gid:…), or null. Root never counts. */
export function accountNamed(passwd: string, name: string): Account | null {
  for (const line of passwd.split('\n')) {
    const [found, , uid, gid] = line.split(':')
    if (found === name && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) }
  }
  return null
}

/** accountWithId is the user with these ids; its name is only for messages. */
export const accountWithId = (uid: number, gid: number): Account => ({ name: `user ${uid}`, uid, gid })

const readPasswd = (): string => readFileSync('/etc/passwd', 'utf8')

/**
 * databaseAccount is the unprivileged user that runs PostgreSQL, which refuses to run as root.
 * Null means: not root, so PostgreSQL runs as whoever started Millwright. As root it is the user
 * `millwright`, made on first use; where that cannot be made, an existing one.
 */
export function databaseAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  const own = accountNamed(readPasswd(), OWN_ACCOUNT)
  if (own) return own
  spawnSync('useradd', ['--system', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', OWN_ACCOUNT], { stdio: 'ignore' })
  const passwd = readPasswd()
  for (const name of [OWN_ACCOUNT, ...FALLBACKS]) {
    const account = accountNamed(passwd, name)
    if (account) return account
  }
  throw new AppError('unavailable', 'PostgreSQL refuses to run as root and this machine has no other user: make one with "useradd --system millwright", or set DATABASE_URL.')
}

/** asAccount is the part of spawn's options that runs a command as the account. */
export const asAccount = (account: Account | null): { uid?: number; gid?: number } =>
  account ? { uid: account.uid, gid: account.gid } : {}

/** canWork tells whether the account can enter the folder, and write in it when asked to. Tried, not guessed: every folder above counts. */
export function canWork(account: Account | null, folder: string, write: boolean): boolean {
  const script = write ? 'cd "$1" && test -w .' : 'cd "$1" && test -r .'
  return spawnSync('/bin/sh', ['-c', script, 'sh', folder], { stdio: 'ignore', cwd: '/', ...asAccount(account) }).status === 0
}
