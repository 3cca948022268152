import type { IPublishPacket } from 'mqtt'
import type { MqttConnection } from '#server/core/sources/mqtt-settings.ts'
import type { RawMessage } from '../connector.ts'
import type { SecretReader } from '../secrets.ts'
import type { MqttSecrets } from './client.ts'

/** readSecrets reads the secrets that a connection names. */
export async function readSecrets({ config, secret }: { readonly config: MqttConnection; readonly secret: SecretReader }): Promise<MqttSecrets> {
  const names = { password: config.passwordSecret, ca: config.tls?.caSecret, cert: config.tls?.certSecret, key: config.tls?.keySecret }
  const read = Object.entries(names).flatMap(([name, secretName]) => (secretName === undefined ? [] : [secret(secretName).then((value) => [name, value] as const)]))
  return Object.fromEntries(await Promise.all(read))
}

/** rawMessage is a packet as it came, with the time of its arrival. */
export const rawMessage = ({ topic, payload, retain }: IPublishPacket): RawMessage => ({
  topic, payload: typeof payload === 'string' ? Buffer.from(payload) : payload, retained: retain, arrivedAt: Date.now(),
})

/** aborted resolves when the signal aborts. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
