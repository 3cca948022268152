import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { freePort } from '#server/platform/embedded/ports.ts'
import { childEnv } from '#server/platform/env.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** WebProcess is the web server alone, without a database: enough for the tablet's shell, and it can be stopped in the middle of a test. */
export interface WebProcess {
  readonly port: number
  readonly stop: () => Promise<void>
}

/** startWeb starts the web server of the build that is there; `env` names what differs from a plain server on loopback. */
export async function startWeb(env: Readonly<Record<string, string>> = {}): Promise<WebProcess> {
  const port = await freePort()
  const child = spawn(path.join(root, 'node_modules/.bin/node'), ['--disable-warning=ExperimentalWarning', 'server/cli/web.ts'], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'],
    env: childEnv({ NODE_ENV: 'production', LOG_LEVEL: 'info', HOST: '127.0.0.1', TLS_CERT: undefined, TLS_KEY: undefined, MW_PUBLIC_URL: undefined, ...env, PORT: String(port) }),
  })
  const exited = once(child, 'exit')
  let output = ''
  await new Promise<void>((resolve, reject) => {
    const listen = (text: Buffer): void => {
      output += text.toString()
      if (output.includes('web ready')) resolve()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (code) => { reject(new Error(`The web server ended with ${code}:\n${output}`)) })
  })
  return { port, stop: async () => { child.kill('SIGTERM'); await exited } }
}
