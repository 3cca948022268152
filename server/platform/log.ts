import { pino, type Logger } from 'pino'
import { logLevel } from './env.ts'

const SECRETS = ['password', 'authorization', 'cookie', 'token', 'secret', 'key', 'apiKey', 'keyHash', 'connectionString']

const make = (): Logger =>
  pino({
    level: logLevel(),
    base: { pid: process.pid },
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
  })

let made: Logger | undefined

/** log is the process's structured log: one JSON line per event, secrets replaced by [hidden]. Made at first use, so that importing it reads no environment. */
export const log: Logger = new Proxy({} as Logger, {
  get: (_target, name) => {
    const logger = (made ??= make())
    const member: unknown = Reflect.get(logger, name, logger)
    return typeof member === 'function' ? (member.bind(logger) as unknown) : member
  },
})
