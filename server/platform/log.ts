import { pino } from 'pino'
import { env } from './env.ts'

const SECRETS = ['password', 'authorization', 'cookie', 'token', 'secret', 'key', 'apiKey', 'keyHash', 'connectionString']

/** log is the process's structured log: one JSON line per event, secrets replaced by [hidden]. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: { pid: process.pid },
  redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
})
