import { connect, type IClientOptions, type IPublishPacket, type MqttClient } from 'mqtt'
import type { MqttConfig } from './config.ts'

/** Subscriber is the part of an MQTT client that a connector may use: it can listen, and it cannot publish. */
type Subscriber = Pick<MqttClient, 'on' | 'subscribeAsync' | 'endAsync' | 'handleMessage' | 'stream' | 'connected' | 'options'>

const FIRST_RETRY_MS = 500
const LAST_RETRY_MS = 30_000
const QUEUED_AT_BROKER = 1000

/** MqttSecrets are the secrets a connection needs, already read. */
export interface MqttSecrets {
  readonly password?: string
  readonly ca?: string
  readonly cert?: string
  readonly key?: string
}

/** MqttHandlers hear what happens on a connection. `message` returns false when it cannot take the message now. */
export interface MqttHandlers {
  message(packet: IPublishPacket, acknowledge: () => void): boolean
  status(problem: string | null): void
}

/** clientOptions turns a source's settings into the client's: a session that the broker keeps, and no clean start. */
export function clientOptions(config: MqttConfig, secrets: MqttSecrets): IClientOptions {
  const v5 = config.protocol === '5'
  return {
    protocolVersion: v5 ? 5 : 4,
    clientId: config.clientId,
    clean: false,
    reconnectPeriod: FIRST_RETRY_MS,
    reconnectOnConnackError: true,
    connectTimeout: 10_000,
    resubscribe: false,
    queueQoSZero: false,
    ...(v5 ? { properties: { sessionExpiryInterval: config.sessionExpirySeconds, receiveMaximum: QUEUED_AT_BROKER } } : {}),
    ...(config.username === undefined ? {} : { username: config.username }),
    ...(config.tls?.serverName === undefined ? {} : { servername: config.tls.serverName }),
    ...secrets,
  }
}

/** puback is an acknowledgement with reason "success" (MQTT 5, 3.4.2.1: with remaining length 2 the same bytes as in 3.1.1). */
const puback = (messageId: number): Buffer => Buffer.from([0x40, 2, messageId >> 8, messageId & 0xff])

// The client acknowledges as soon as its handler calls back without an error; an error makes it leave that to us.
const ACKNOWLEDGED_LATER = new Error('acknowledged when durable')

/**
 * openSubscription connects, subscribes to the filters at QoS 1 on every connection and hands over messages. A message is
 * acknowledged only when its `acknowledge` is called, on the connection it came by; otherwise the broker sends it again.
 * Returns a function that ends the connection and leaves the session at the broker.
 */
export function openSubscription(url: string, options: IClientOptions, filters: readonly string[], handlers: MqttHandlers): () => Promise<void> {
  const client: Subscriber = connect(url, options)
  let retry = FIRST_RETRY_MS

  client.handleMessage = (packet, done) => {
    const { stream } = client
    const acknowledge = (): void => {
      if (packet.qos === 1 && packet.messageId !== undefined && client.connected && client.stream === stream) stream.write(puback(packet.messageId))
    }
    // Not taken: hanging up makes the broker keep the message and send it again later.
    if (!handlers.message(packet, acknowledge) && packet.qos === 1) stream.destroy()
    done(ACKNOWLEDGED_LATER)
  }
  client.on('connect', () => {
    retry = FIRST_RETRY_MS
    client.options.reconnectPeriod = retry
    client.subscribeAsync([...filters], { qos: 1 }).then(
      (granted) => handlers.status(refusedTopics(granted)),
      (error: Error) => handlers.status(`The broker did not accept the subscription: ${error.message}`),
    )
  })
  client.on('reconnect', () => {
    retry = Math.min(retry * 2, LAST_RETRY_MS)
    client.options.reconnectPeriod = retry
  })
  client.on('error', (error) => handlers.status(`The broker at ${url} cannot be used: ${error.message}`))
  client.on('offline', () => handlers.status(`The connection to the broker at ${url} was lost; trying again.`))
  return () => client.endAsync(false)
}

const refusedTopics = (granted: readonly { topic: string; qos: number }[]): string | null => {
  const refused = granted.filter((grant) => grant.qos >= 0x80).map((grant) => grant.topic)
  return refused.length === 0 ? null : `The broker refused the subscription to ${refused.join(', ')}.`
}
