import type { Connector, ConnectorContext } from '../connector.ts'
import { clientOptions, openSubscription, type MqttSecrets } from './client.ts'
import { mqttConfig, type MqttConfig } from './config.ts'
import { decodeMessage } from './decode.ts'

async function readSecrets({ config, secret }: ConnectorContext<MqttConfig>): Promise<MqttSecrets> {
  const names = { password: config.passwordSecret, ca: config.tls?.caSecret, cert: config.tls?.certSecret, key: config.tls?.keySecret }
  const read = Object.entries(names).flatMap(([name, secretName]) => (secretName === undefined ? [] : [secret(secretName).then((value) => [name, value] as const)]))
  return Object.fromEntries(await Promise.all(read))
}

async function start(context: ConnectorContext<MqttConfig>): Promise<void> {
  const { config, signal } = context
  const options = clientOptions(config, await readSecrets(context))
  const filters = [...new Set(config.mappings.map((mapping) => mapping.topic))]
  const close = openSubscription(config.url, options, filters, {
    status: context.status,
    message({ topic, payload, retain, qos }, acknowledge) {
      if (signal.aborted) return true
      const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload
      const { readings, faults } = decodeMessage(config.mappings, { topic, payload: bytes, retained: retain, arrivedAt: Date.now() })
      if (faults[0] !== undefined) context.reject(faults.length, faults[0])
      const taken = context.emit({ readings, committed: acknowledge })
      if (!taken && qos === 0) context.reject(readings.length, 'Lost: too much is waiting, and a message at QoS 0 cannot be sent again.')
      return taken
    },
  })
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
  await context.drained()
  await close()
}

/** mqttConnector reads JSON messages from an MQTT 5 or 3.1.1 broker by a configured mapping of topics to points. */
export const mqttConnector: Connector<MqttConfig> = { kind: 'mqtt', config: mqttConfig, start }
