import { connect, type IClientOptions, type IPublishPacket, type MqttClient } from 'mqtt'
import type { MqttConnection, MqttSettings } from '#server/core/sources/mqtt-settings.ts'
import { connectionSentence } from '#server/core/sources/connection-sentences.ts'
import { brokerProblem } from './problem.ts'

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

const isV5 = (connection: MqttConnection): boolean => connection.protocol === '5'

const connectionOptions = (connection: MqttConnection, secrets: MqttSecrets): IClientOptions => ({
  protocolVersion: isV5(connection) ? 5 : 4,
  reconnectPeriod: FIRST_RETRY_MS,
  reconnectOnConnackError: true,
  connectTimeout: 10_000,
  resubscribe: false,
  queueQoSZero: false,
  ...(connection.username === undefined ? {} : { username: connection.username }),
  ...(connection.tls?.serverName === undefined ? {} : { servername: connection.tls.serverName }),
  ...secrets,
})

/** sourceOptions turns a source's settings into the client's: a session that the broker keeps, and no clean start. */
export const sourceOptions = (settings: MqttSettings, secrets: MqttSecrets): IClientOptions => ({
  ...connectionOptions(settings, secrets),
  clientId: settings.clientId,
  clean: false,
  ...(isV5(settings) ? { properties: { sessionExpiryInterval: settings.sessionExpirySeconds, receiveMaximum: QUEUED_AT_BROKER } } : {}),
})

/** listenerOptions are for somebody who only listens for a while: a session that leaves nothing behind at the broker. */
export const listenerOptions = (place: MqttConnection, secrets: MqttSecrets, clientId: string): IClientOptions => ({ ...connectionOptions(place, secrets), clientId, clean: true })

/** puback is an acknowledgement with reason "success" (MQTT 5, 3.4.2.1: with remaining length 2 the same bytes as in 3.1.1). */
const puback = (messageId: number): Buffer => Buffer.from([0x40, 2, messageId >> 8, messageId & 0xff])

// The client acknowledges as soon as its handler calls back without an error; an error makes it leave that to us.
const ACKNOWLEDGED_LATER = new Error('acknowledged when durable')

/** Subscription is what to subscribe to: at QoS 1 a message stays with the broker until it is acknowledged, at 0 nothing does. */
export interface Subscription {
  readonly filters: readonly string[]
  readonly qos: 0 | 1
}

/**
 * openSubscription connects, subscribes to the filters on every connection and hands over messages. A message is
 * acknowledged only when its `acknowledge` is called, on the connection it came by; otherwise the broker sends it again.
 * Returns a function that ends the connection; a session that is not clean stays at the broker.
 */
export function openSubscription(url: string, options: IClientOptions, { filters, qos }: Subscription, handlers: MqttHandlers): () => Promise<void> {
  const client: Subscriber = connect(url, options)
  let retry = FIRST_RETRY_MS
  // The exact reason comes first, and then that the connection is gone: the second must not hide the first.
  let failed = false

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
    failed = false
    retry = FIRST_RETRY_MS
    client.options.reconnectPeriod = retry
    client.subscribeAsync([...filters], { qos }).then(
      (granted) => handlers.status(refusedTopics(granted)),
      (error: Error) => handlers.status(`The broker did not accept the subscription: ${error.message}`),
    )
  })
  client.on('reconnect', () => {
    retry = Math.min(retry * 2, LAST_RETRY_MS)
    client.options.reconnectPeriod = retry
  })
  client.on('error', (error) => {
    failed = true
    handlers.status(brokerProblem(url, error))
  })
  client.on('offline', () => {
    if (!failed) handlers.status(connectionSentence('lost', { url }))
  })
  // What leaves nothing at the broker need not say goodbye, and does not wait for one that never answered.
  return () => client.endAsync(qos === 0)
}

const refusedTopics = (granted: readonly { topic: string; qos: number }[]): string | null => {
  const refused = granted.filter((grant) => grant.qos >= 0x80).map((grant) => grant.topic)
  return refused.length === 0 ? null : connectionSentence('topics', { topics: refused.join(', ') })
}
