import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '#server/platform/embedded/ports.ts'
import { startService } from './process.ts'

/** TestRedis is a real Redis with the settings that production must have (noeviction, append-only file), on a port of its own. */
export interface TestRedis {
  readonly url: string
  readonly port: number
  readonly stop: () => Promise<void>
  readonly kill: () => Promise<void>
  /** Starts it again on the same port and files, after stop or kill. */
  readonly restart: () => Promise<void>
  /** Ends it and removes its files. */
  readonly close: () => Promise<void>
}

/** testRedis starts Debian's redis-server; settings may break the rules on purpose (`{ 'maxmemory-policy': 'allkeys-lru' }`). */
export async function testRedis(settings: Readonly<Record<string, string>> = {}): Promise<TestRedis> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mw-redis-'))
  const port = await freePort()
  const all = { port: String(port), bind: '127.0.0.1', dir: folder, 'maxmemory-policy': 'noeviction', appendonly: 'yes', save: '', ...settings }
  const args = Object.entries(all).flatMap(([name, value]) => [`--${name}`, value])
  let service = await startService('redis-server', args, port)
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    stop: () => service.stop(),
    kill: () => service.kill(),
    restart: async () => { service = await startService('redis-server', args, port) },
    close: async () => {
      await service.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
