import { accessSync, constants } from 'node:fs'
import { AppError } from '#server/core/kernel/errors.ts'
import { portIsFree } from '#server/platform/embedded/ports.ts'
import type { Env } from '#server/platform/env.ts'

type Door = Pick<Env, 'HOST' | 'PORT' | 'TLS_CERT' | 'TLS_KEY'>

/** addressOf is where a browser on this machine finds the web server. */
export function addressOf({ HOST, PORT, TLS_CERT, TLS_KEY }: Door): string {
  const everywhere = HOST === '0.0.0.0' || HOST === '::'
  const host = everywhere ? '127.0.0.1' : HOST.includes(':') ? `[${HOST}]` : HOST
  return `${TLS_CERT && TLS_KEY ? 'https' : 'http'}://${host}:${PORT}`
}

/** checkDoor makes sure that the web server will be able to listen; throws with one sentence that says what to change. */
export async function checkDoor(given: Door): Promise<void> {
  if (Boolean(given.TLS_CERT) !== Boolean(given.TLS_KEY)) throw new AppError('invalid', 'TLS_CERT and TLS_KEY belong together: set both, or neither.')
  for (const name of ['TLS_CERT', 'TLS_KEY'] as const) {
    const file = given[name]
    if (file && !readable(file)) throw new AppError('invalid', `${name} names ${file}, which is not there or not readable by this user.`)
  }
  if (await portIsFree(given.HOST, given.PORT)) return
  throw new AppError('unavailable', `Port ${given.PORT} on ${given.HOST} is taken by another program, or not allowed for this user: choose another one, for example PORT=${given.PORT + 1} npm start.`)
}

function readable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK)
    return true
  } catch {
    return false
  }
}
