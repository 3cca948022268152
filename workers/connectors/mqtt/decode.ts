import { decodeSentence } from '#server/core/sources/decode-sentences.ts'
import { readPath } from '#server/core/sources/json-path.ts'
import type { MqttMapping } from '#server/core/sources/mqtt-settings.ts'
import { fillPattern, topicMatches } from '#server/core/sources/topic.ts'
import type { Quality } from '#server/core/telemetry/quality.ts'
import type { Decoded, DecodedReading, RawMessage } from '../connector.ts'

/** MAX_PAYLOAD_BYTES is the largest message that is read: a longer one is refused unread. */
export const MAX_PAYLOAD_BYTES = 1_000_000
const SHOWN = 60

/**
 * decodeMessage reads a JSON message by the mappings whose topic filter matches it. It is pure; whatever cannot be read
 * becomes a fault in words. A retained message without a time of its own is left out: nobody knows how old it is.
 */
export function decodeMessage(mappings: readonly MqttMapping[], message: RawMessage): Decoded {
  const { topic } = message
  // An empty message only clears what the broker had kept (MQTT 5, 3.3.1.3).
  if (message.payload.byteLength === 0) return { readings: [], faults: [] }
  const matching = mappings.filter((mapping) => topicMatches(mapping.topic, message.topic))
  if (matching.length === 0) return { readings: [], faults: [decodeSentence('no-mapping', { topic })] }
  if (message.payload.byteLength > MAX_PAYLOAD_BYTES) return { readings: [], faults: [decodeSentence('too-long', { topic, most: MAX_PAYLOAD_BYTES })] }
  const payload = parse(message.payload)
  if (payload === undefined) return { readings: [], faults: [decodeSentence('not-json', { topic })] }

  const readings: DecodedReading[] = []
  const faults: string[] = []
  for (const mapping of matching) {
    for (const value of mapping.values) {
      const read = readValue(mapping, value, payload, message)
      if (typeof read === 'string') faults.push(read)
      else if (read) readings.push(read)
    }
  }
  return { readings, faults, ...(matching.some((mapping) => isBacklog(mapping, payload)) ? { backlog: true } : {}) }
}

function isBacklog({ backlog }: MqttMapping, payload: unknown): boolean {
  const said = backlog === undefined ? undefined : readPath(payload, backlog)
  return said === true || said === 1 || said === 'true'
}

function readValue(mapping: MqttMapping, map: MqttMapping['values'][number], payload: unknown, message: RawMessage): DecodedReading | string | null {
  const point = fillPattern(map.point, message.topic)
  const { topic } = message
  if (point === null) return decodeSentence('few-levels', { topic, point: map.point })
  const raw = readPath(payload, map.value)
  const value = numberOf(raw)
  if (value === null) return raw === undefined ? decodeSentence('no-number', { topic, path: map.value }) : decodeSentence('other-value', { topic, path: map.value, found: JSON.stringify(raw).slice(0, SHOWN) })
  const tsPath = map.ts ?? mapping.ts
  if (tsPath === undefined && message.retained) return null
  const ts = tsPath === undefined ? message.arrivedAt : timeOf(readPath(payload, tsPath), mapping.tsUnit)
  if (ts === null) return decodeSentence('no-time', { topic, path: tsPath ?? '' })
  const qualityPath = map.quality ?? mapping.quality
  const unit = map.unitPath === undefined ? map.unit : (textOf(readPath(payload, map.unitPath)) ?? map.unit)
  const quality = qualityPath === undefined ? undefined : qualityOf(readPath(payload, qualityPath))
  return { point, ts, value, ...(unit === undefined ? {} : { unit }), ...(quality === undefined ? {} : { quality }) }
}

function parse(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)) as unknown
  } catch {
    // Not JSON is an expected answer here: the caller turns it into a fault in words.
    return undefined
  }
}

const textOf = (raw: unknown): string | null => (typeof raw === 'string' && raw !== '' ? raw : null)

function numberOf(raw: unknown): number | null {
  if (typeof raw === 'boolean') return raw ? 1 : 0
  const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

const PER_MS = { s: 1000, ms: 1, us: 1 / 1000, ns: 1 / 1_000_000 } as const

function timeOf(raw: unknown, unit: keyof typeof PER_MS): number | null {
  const ms = typeof raw === 'number' ? Math.round(raw * PER_MS[unit]) : typeof raw === 'string' ? rfc3339(raw) : NaN
  return Number.isFinite(ms) ? ms : null
}

// A time without a zone would be read in the zone of whatever machine runs this: it is refused.
const rfc3339 = (text: string): number => (/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d.*([Zz]|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : NaN)

/** qualityOf reads a word, a yes or no, or an OPC quality number (192 and above good, 64 to 191 uncertain); an unknown one is uncertain. */
function qualityOf(raw: unknown): Quality {
  if (raw === undefined || raw === null || raw === true) return 'good'
  if (raw === false) return 'bad'
  if (typeof raw === 'number') return raw >= 192 && raw <= 255 ? 'good' : raw >= 64 && raw < 192 ? 'uncertain' : 'bad'
  const word = typeof raw === 'string' ? raw.toLowerCase() : ''
  return word === 'good' || word === 'bad' ? word : 'uncertain'
}
