import { decodeSentence } from '#server/core/sources/decode-sentences.ts'
import { mqttSettings, type MqttSettings } from '#server/core/sources/mqtt-settings.ts'
import type { Connector, ConnectorContext } from '../connector.ts'
import { openSubscription, sourceOptions } from './client.ts'
import { decodeMessage } from './decode.ts'
import { mqttListener } from './listener.ts'
import { aborted, rawMessage, readSecrets } from './wire.ts'

async function start(context: ConnectorContext<MqttSettings>): Promise<void> {
  const { config, signal } = context
  const options = sourceOptions(config, await readSecrets(context))
  const filters = [...new Set(config.mappings.map((mapping) => mapping.topic))]
  const close = openSubscription(config.url, options, { filters, qos: 1 }, {
    status: context.status,
    message(packet, acknowledge) {
      if (signal.aborted) return true
      const message = rawMessage(packet)
      const decoded = decodeMessage(config.mappings, message)
      context.heard(message, decoded)
      const { readings, faults, backlog = false } = decoded
      if (faults[0] !== undefined) context.reject(faults.length, faults[0])
      const taken = context.emit({ readings, backlog, committed: acknowledge })
      if (!taken && packet.qos === 0) context.reject(readings.length, decodeSentence('lost'))
      return taken
    },
  })
  await aborted(signal)
  await context.drained()
  await close()
}

/** mqttConnector reads JSON messages from an MQTT 5 or 3.1.1 broker by a configured mapping of topics to points. */
export const mqttConnector: Connector<MqttSettings> = { kind: 'mqtt', config: mqttSettings, start, listener: mqttListener }
