import * as z from 'zod'
import { stepsOf } from './json-path.ts'
import { isTopicFilter, levelsNeeded, levelsOf } from './topic.ts'

const secretName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'expected the name of a secret: small letters, digits and hyphens')
const path = z.string().max(200).refine((text) => stepsOf(text) !== null, 'expected a path such as $.values.temp or $.values[0]')
const topic = z.string().refine(isTopicFilter, 'expected a topic filter such as plant/+/vibration')

const valueMapping = z.strictObject({
  /** Key of the point; {1}, {2}, … stand for the levels of the topic. */
  point: z.string().min(1, 'expected the key of a point').max(200),
  /** Where the value is in the JSON payload: `$.axes.x`, `$.values[0]`; `$` is the whole payload. */
  value: path.default('$'),
  /** UCUM code when the payload names none. */
  unit: z.string().min(1).max(40).optional(),
  /** Where the unit, the time and the quality are, when they differ from the mapping's. */
  unitPath: path.optional(),
  ts: path.optional(),
  quality: path.optional(),
})

/** TIME_UNITS are what a number as time may count. */
export const TIME_UNITS = ['s', 'ms', 'us', 'ns'] as const
export type TimeUnit = (typeof TIME_UNITS)[number]

const mapping = z.strictObject({
  topic,
  /** Where the source time is; without one the time of arrival is taken. */
  ts: path.optional(),
  /** What a number as time counts. Text is read as RFC 3339. */
  tsUnit: z.enum(TIME_UNITS).default('ms'),
  quality: path.optional(),
  /** Where a message says (true, 1) that its sender kept it while it was offline: such readings are judged apart from live ones. */
  backlog: path.optional(),
  values: z.array(valueMapping).min(1, 'expected a value at least').max(500),
}).superRefine((given, context) => {
  const levels = levelsOf(given.topic)
  if (levels.at(-1) === '#') return
  given.values.forEach((value, index) => {
    if (levelsNeeded(value.point) > levels.length) {
      context.addIssue({ code: 'custom', path: ['values', index, 'point'], message: `expected at most {${levels.length}}: the topic has ${levels.length} levels` })
    }
  })
})

const connection = {
  url: z.string().max(300).regex(/^mqtts?:\/\/[^\s/@]+$/, 'expected mqtt://host:port or mqtts://host:port, without a user name or password'),
  protocol: z.enum(['5', '3.1.1']).default('5'),
  username: z.string().min(1).max(200).optional(),
  passwordSecret: secretName.optional(),
  tls: z.strictObject({
    caSecret: secretName.optional(),
    certSecret: secretName.optional(),
    keySecret: secretName.optional(),
    serverName: z.string().min(1).max(253).optional(),
  }).optional(),
}

/** mqttPlace is where somebody wants to listen before any value is mapped. */
export const mqttPlace = z.strictObject({ ...connection, topic })
export type MqttPlace = z.infer<typeof mqttPlace>

/** mqttSettings is the settings of an MQTT source. It holds names of secrets, never a secret. */
export const mqttSettings = z.strictObject({
  ...connection,
  /** Fixed, since the broker keeps the session under it. */
  clientId: z.string().min(1).max(120),
  /** How long an MQTT 5 broker keeps messages for us while we are away. */
  sessionExpirySeconds: z.int().min(0).max(30 * 86_400).default(86_400),
  mappings: z.array(mapping).min(1, 'expected a topic at least').max(500),
})

export type MqttSettings = z.infer<typeof mqttSettings>
/** MqttConnection is how to reach a broker. */
export type MqttConnection = Pick<MqttSettings, keyof typeof connection>
export type MqttMapping = MqttSettings['mappings'][number]
