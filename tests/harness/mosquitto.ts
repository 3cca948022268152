import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '#server/platform/embedded/ports.ts'
import { startService } from './process.ts'

/** TestBroker is a real MQTT broker (mosquitto: 3.1, 3.1.1 and 5) on a port of its own. */
export interface TestBroker {
  readonly url: string
  readonly port: number
  readonly stop: () => Promise<void>
  readonly kill: () => Promise<void>
  /** Starts it again on the same port, after stop or kill. */
  readonly restart: () => Promise<void>
  readonly close: () => Promise<void>
}

// Debian puts it where a plain user's PATH does not look.
const program = existsSync('/usr/sbin/mosquitto') ? '/usr/sbin/mosquitto' : 'mosquitto'

/** testBroker starts mosquitto, open to everybody on loopback; further lines of its configuration may be given. */
export async function testBroker(lines: readonly string[] = []): Promise<TestBroker> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mw-mqtt-'))
  const port = await freePort()
  const file = path.join(folder, 'mosquitto.conf')
  writeFileSync(file, [`listener ${port} 127.0.0.1`, 'allow_anonymous true', 'persistence false', 'user root', ...lines, ''].join('\n'))
  let service = await startService(program, ['-c', file], port)
  return {
    url: `mqtt://127.0.0.1:${port}`,
    port,
    stop: () => service.stop(),
    kill: () => service.kill(),
    restart: async () => { service = await startService(program, ['-c', file], port) },
    close: async () => {
      await service.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
