import type { Quality } from '../telemetry/quality.ts'
import { shownText, type Sample } from './sample.ts'

/** HeardReading is a value that the mapping read off a message; ts in epoch ms, unit as given. */
export interface HeardReading {
  readonly point: string
  readonly ts: number
  readonly value: number
  readonly unit?: string
  readonly quality?: Quality
}

/** Arrival is a message that came in, with what the mapping made of it (nothing while there is no mapping); at is epoch ms. */
export interface Arrival {
  readonly topic: string
  readonly at: number
  readonly retained: boolean
  readonly readings: readonly HeardReading[]
  readonly faults: readonly string[]
}

/** HeardMessage is the newest message of a topic as a person is shown it, and how many came on that topic. */
export interface HeardMessage extends Arrival, Sample {
  readonly count: number
}

/** Heard is a bounded sample of what came in: the newest message of each of the first topics, and how many messages came on further ones. */
export interface Heard {
  readonly total: number
  readonly beyond: number
  readonly messages: readonly HeardMessage[]
}

/** NOTHING_HEARD is a sample before the first message. */
export const NOTHING_HEARD: Heard = { total: 0, beyond: 0, messages: [] }

/** HEARD_LIMITS bound a sample: topics, characters of all messages, readings and faults of one message, and how often (ms) a topic's message is replaced. */
export const HEARD_LIMITS = { topics: 25, characters: 200_000, topic: 300, readings: 30, faults: 3, word: 200, fault: 300, everyMs: 250 } as const

const charactersOf = (messages: readonly HeardMessage[]): number => messages.reduce((sum, message) => sum + message.text.length, 0)

// A key made of the topic's levels, and a unit that stands in the message, are whatever the sender wrote.
const shownReading = (reading: HeardReading): HeardReading => ({
  ...reading, point: shownText(reading.point, HEARD_LIMITS.word), ...(reading.unit === undefined ? {} : { unit: shownText(reading.unit, HEARD_LIMITS.word) }),
})

/** hear adds a message to a sample. What stands in it is asked for only when it is kept, since a busy topic brings many that are not. */
export function hear(heard: Heard, arrival: Arrival, sample: () => Sample): Heard {
  const total = heard.total + 1
  const topic = shownText(arrival.topic, HEARD_LIMITS.topic)
  const known = heard.messages.find((message) => message.topic === topic)
  const replaced = (message: HeardMessage): readonly HeardMessage[] => heard.messages.map((one) => (one === known ? message : one))
  // A fault must not be missed because the message before it was well.
  const newFault = arrival.faults.length > 0 && known?.faults.length === 0
  if (known && !newFault && arrival.at - known.at < HEARD_LIMITS.everyMs) return { ...heard, total, messages: replaced({ ...known, count: known.count + 1 }) }
  if (!known && heard.messages.length >= HEARD_LIMITS.topics) return { ...heard, total, beyond: heard.beyond + 1 }
  const message: HeardMessage = {
    ...arrival, ...sample(), topic, count: (known?.count ?? 0) + 1,
    readings: arrival.readings.slice(0, HEARD_LIMITS.readings).map(shownReading),
    faults: arrival.faults.slice(0, HEARD_LIMITS.faults).map((fault) => shownText(fault, HEARD_LIMITS.fault)),
  }
  const messages = known ? replaced(message) : [...heard.messages, message]
  return charactersOf(messages) > HEARD_LIMITS.characters ? { ...heard, total, beyond: heard.beyond + 1 } : { ...heard, total, messages }
}
