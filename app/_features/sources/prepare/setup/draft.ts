import type { MqttMapping, MqttSettings, TimeUnit } from '#server/core/sources/mqtt-settings.ts'
import type { SourceKind } from '#server/core/sources/settings.ts'

/** ValueDraft is one value of a message as it is being mapped; an empty text is not given. */
export interface ValueDraft {
  readonly point: string
  readonly value: string
  readonly unit: string
  readonly unitPath: string
  readonly ts: string
  readonly quality: string
}

/** TopicDraft is what is read off the messages of one topic filter. */
export interface TopicDraft {
  readonly topic: string
  readonly ts: string
  readonly tsUnit: TimeUnit
  readonly quality: string
  /** Where a message says that it was kept while its sender was offline. */
  readonly backlog: string
  readonly values: readonly ValueDraft[]
}

/** MqttDraft is an MQTT source as it is being set up; secrets are names of files. */
export interface MqttDraft {
  readonly url: string
  readonly protocol: '5' | '3.1.1'
  readonly username: string
  readonly passwordSecret: string
  readonly caSecret: string
  readonly certSecret: string
  readonly keySecret: string
  readonly serverName: string
  readonly clientId: string
  /** How long the broker keeps messages for us, in hours. */
  readonly keptHours: number
  readonly topics: readonly TopicDraft[]
}

/** SourceDraft is a source as it is being set up. */
export interface SourceDraft {
  readonly kind: SourceKind | null
  readonly siteId: string | null
  readonly name: string
  readonly mqtt: MqttDraft
}

const HOUR_S = 3600

/** EMPTY_VALUE is a value about which nothing is said. */
export const EMPTY_VALUE: ValueDraft = { point: '', value: '', unit: '', unitPath: '', ts: '', quality: '' }

/** EMPTY_TOPIC is a topic about which nothing is said, with one value. */
export const EMPTY_TOPIC: TopicDraft = { topic: '', ts: '', tsUnit: 'ms', quality: '', backlog: '', values: [EMPTY_VALUE] }

/** newDraft is a source about which nothing is said; the broker will know it by the client's name, which must be its own. */
export const newDraft = (siteId: string | null, clientId: string): SourceDraft => ({
  kind: null, siteId, name: '',
  mqtt: {
    url: '', protocol: '5', username: '', passwordSecret: '', caSecret: '', certSecret: '', keySecret: '', serverName: '', clientId, keptHours: 24, topics: [],
  },
})

const valueDraft = ({ point, value, unit = '', unitPath = '', ts = '', quality = '' }: MqttMapping['values'][number]): ValueDraft => ({ point, value, unit, unitPath, ts, quality })

const topicDraft = ({ topic, ts = '', tsUnit, quality = '', backlog = '', values }: MqttMapping): TopicDraft => ({
  topic, ts, tsUnit, quality, backlog, values: values.map(valueDraft),
})

/** draftOf makes a draft of settings that are stored. */
export const draftOf = (settings: MqttSettings): MqttDraft => ({
  url: settings.url, protocol: settings.protocol, username: settings.username ?? '', passwordSecret: settings.passwordSecret ?? '',
  caSecret: settings.tls?.caSecret ?? '', certSecret: settings.tls?.certSecret ?? '', keySecret: settings.tls?.keySecret ?? '', serverName: settings.tls?.serverName ?? '',
  clientId: settings.clientId, keptHours: settings.sessionExpirySeconds / HOUR_S, topics: settings.mappings.map(topicDraft),
})

// What was left empty is left out: the schema then fills in what it has to.
const given = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.trim()] as const).filter(([, text]) => text !== ''))

/** isEncrypted tells whether an address asks for TLS. */
export const isEncrypted = (url: string): boolean => url.trim().toLowerCase().startsWith('mqtts:')

/** connectionOf is how to reach the broker, as the schema reads it. */
export function connectionOf({ url, protocol, username, passwordSecret, caSecret, certSecret, keySecret, serverName }: MqttDraft): Record<string, unknown> {
  const tls = isEncrypted(url) ? given({ caSecret, certSecret, keySecret, serverName }) : {}
  return { url: url.trim(), protocol, ...given({ username, passwordSecret }), ...(Object.keys(tls).length === 0 ? {} : { tls }) }
}

/** settingsOf is a draft as the schema reads it. */
export const settingsOf = (draft: MqttDraft): Record<string, unknown> => ({
  ...connectionOf(draft), clientId: draft.clientId.trim(), sessionExpirySeconds: Math.round(draft.keptHours * HOUR_S),
  mappings: draft.topics.map(({ topic, ts, tsUnit, quality, backlog, values }) => ({
    topic: topic.trim(), tsUnit, ...given({ ts, quality, backlog }), values: values.map(({ point, ...value }) => ({ point: point.trim(), ...given({ ...value }) })),
  })),
})
