import * as z from 'zod'
import { isTopicFilter } from './topic.ts'

const secretName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'expected the name of a secret: small letters, digits and hyphens')
const path = z.string().max(200)

const valueMapping = z.strictObject({
  /** Key of the point; {1}, {2}, … stand for the levels of the topic. */
  point: z.string().min(1).max(200),
  /** Where the value is in the JSON payload: `$.axes.x`, `$.values[0]`; `$` is the whole payload. */
  value: path.default('$'),
  /** UCUM code when the payload names none. */
  unit: z.string().min(1).max(40).optional(),
  /** Where the unit, the time and the quality are, when they differ from the mapping's. */
  unitPath: path.optional(),
  ts: path.optional(),
  quality: path.optional(),
})

const mapping = z.strictObject({
  topic: z.string().refine(isTopicFilter, 'expected a topic filter such as plant/+/vibration'),
  /** Where the source time is; without one the time of arrival is taken. */
  ts: path.optional(),
  /** What a number as time counts. Text is read as RFC 3339. */
  tsUnit: z.enum(['s', 'ms', 'us', 'ns']).default('ms'),
  quality: path.optional(),
  values: z.array(valueMapping).min(1).max(500),
})

/** mqttConfig is the settings of an MQTT source. It holds names of secrets, never a secret. */
export const mqttConfig = z.strictObject({
  url: z.string().regex(/^mqtts?:\/\/[^\s/@]+$/, 'expected mqtt://host:port or mqtts://host:port, without a user name or password'),
  protocol: z.enum(['5', '3.1.1']).default('5'),
  /** Fixed, since the broker keeps the session under it. */
  clientId: z.string().min(1).max(120),
  username: z.string().min(1).optional(),
  passwordSecret: secretName.optional(),
  tls: z.strictObject({ caSecret: secretName.optional(), certSecret: secretName.optional(), keySecret: secretName.optional(), serverName: z.string().optional() }).optional(),
  /** How long an MQTT 5 broker keeps messages for us while we are away. */
  sessionExpirySeconds: z.int().min(0).max(30 * 86_400).default(86_400),
  mappings: z.array(mapping).min(1).max(500),
})

export type MqttConfig = z.infer<typeof mqttConfig>
export type MqttMapping = MqttConfig['mappings'][number]
