import { connectAsync, type MqttClient } from 'mqtt'
import { DEMO_BROKER_USER, FAN_TOPIC } from '#prisma/seed/demo/sources.ts'
import { SECOND_MS } from '#server/core/kernel/time.ts'
import { log } from '#server/platform/log.ts'
import { pause } from '../connectors/batcher.ts'
import { brokerPassword, readBrokerPlace } from './broker-file.ts'

const RETRY_MS = 2 * SECOND_MS

/** FanSensor publishes the fan's messages, as a sensor in the plant would. */
export interface FanSensor {
  /** Publishes one message and resolves when the broker has it (QoS 1); false when it could not be published. */
  publish(message: Readonly<Record<string, number>>): Promise<boolean>
  close(): Promise<void>
}

/** openSensor returns a sensor that finds the demo's broker by the data folder, again whenever it was lost: a restarted broker may have another port. */
export function openSensor(dataDir: string, signal: AbortSignal): FanSensor {
  let client: MqttClient | null = null
  let connecting: Promise<MqttClient | null> | null = null

  const connect = async (): Promise<MqttClient | null> => {
    await client?.endAsync(true)
    client = null
    const place = readBrokerPlace(dataDir)
    // What is published while nobody listens is lost, as it would be in a plant.
    if (!place?.listening) return null
    client = await connectAsync(`mqtt://127.0.0.1:${place.port}`, {
      protocolVersion: 4, clientId: 'demo-fan-sensor', username: DEMO_BROKER_USER, password: await brokerPassword(dataDir), reconnectPeriod: 0, connectTimeout: 5 * SECOND_MS,
    })
    client.on('error', (error) => log.debug({ error: error.message }, 'demo: the broker was lost'))
    return client
  }
  // Several messages may wait for the same connection.
  const connected = (): Promise<MqttClient | null> =>
    client?.connected ? Promise.resolve(client) : (connecting ??= connect().finally(() => { connecting = null }))

  return {
    async publish(message) {
      try {
        const open = await connected()
        if (!open) {
          await pause(RETRY_MS, signal)
          return false
        }
        await open.publishAsync(FAN_TOPIC, JSON.stringify(message), { qos: 1 })
        return true
      } catch (error) {
        log.debug({ error: String(error) }, 'demo: the fan cannot publish, trying again')
        await pause(RETRY_MS, signal)
        return false
      }
    },
    async close() {
      await client?.endAsync(true)
    },
  }
}
