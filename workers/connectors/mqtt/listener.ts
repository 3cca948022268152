import { randomBytes } from 'node:crypto'
import { mqttPlace, type MqttPlace } from '#server/core/sources/mqtt-settings.ts'
import type { Listener } from '../connector.ts'
import { listenerOptions, openSubscription } from './client.ts'
import { aborted, rawMessage, readSecrets } from './wire.ts'

/** mqttListener shows what a broker sends on a topic filter, in a session of its own that leaves nothing behind. */
export const mqttListener: Listener<MqttPlace> = {
  place: mqttPlace,
  async start(context) {
    const { config, signal } = context
    const options = listenerOptions(config, await readSecrets(context), `millwright-listens-${randomBytes(6).toString('hex')}`)
    const close = openSubscription(config.url, options, { filters: [config.topic], qos: 0 }, {
      status: context.status,
      message(packet) {
        if (!signal.aborted) context.heard(rawMessage(packet))
        return true
      },
    })
    await aborted(signal)
    await close()
  },
}
