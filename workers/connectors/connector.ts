import type * as z from 'zod'
import type { HeardReading } from '#server/core/sources/heard.ts'
import type { SecretReader } from './secrets.ts'

/** DecodedReading is one value as a connector reads it off the wire: point key, source time in epoch ms, given unit (UCUM). */
export type DecodedReading = HeardReading

/** RawMessage is what came in: where it was published, its bytes, and whether it had been kept (so it may be old); arrivedAt is epoch ms. */
export interface RawMessage {
  readonly topic: string
  readonly payload: Uint8Array
  readonly retained: boolean
  readonly arrivedAt: number
}

/** Decoded is what one message holds: its readings, and what could not be read, in words. */
export interface Decoded {
  readonly readings: readonly DecodedReading[]
  readonly faults: readonly string[]
  /** True when the message says that its sender kept it while it was offline. */
  readonly backlog?: boolean
}

/** Delivery is one message on its way in. `committed` is called once, after its readings are durable: only then may the sender be told. */
export interface Delivery {
  readonly readings: readonly DecodedReading[]
  /** True for readings that were kept while the sender was offline: they are judged apart from live ones. */
  readonly backlog?: boolean
  readonly committed: () => void
}

/** Ear is what listening needs, with or without a source: where, until when, how it goes, and secrets. */
interface Ear<Config> {
  readonly config: Config
  /** Aborts when the source is disabled, changed or the process stops, or when nobody listens any more. */
  readonly signal: AbortSignal
  /** Says that the connection works (null) or why it does not. */
  readonly status: (problem: string | null) => void
  /** Returns the secret of that name, from the folder of the source's organization. */
  readonly secret: SecretReader
}

/** ListenContext is all a listener gets: it hands on what it hears, and keeps nothing. */
export interface ListenContext<Place> extends Ear<Place> {
  readonly heard: (message: RawMessage) => void
}

/** Listener shows what is sent at a place, before there is a source: it takes nothing away from anybody and stores nothing. */
export interface Listener<Place> {
  readonly place: z.ZodType<Place>
  start(context: ListenContext<Place>): Promise<void>
}

/** ConnectorContext is all a connector gets: it can take readings in and say how it is, and has no way to write to a plant. */
export interface ConnectorContext<Config> extends Ear<Config> {
  readonly sourceId: string
  /** Gives a message to the batcher; false means that it is full and has not taken it. */
  readonly emit: (delivery: Delivery) => boolean
  /** Counts what could not be read, with the reason in words for the source's page. */
  readonly reject: (count: number, reason: string) => void
  /** Resolves when all that was emitted is durable, or a few seconds have passed: call it before hanging up. */
  readonly drained: () => Promise<void>
  /** Shows a message with what was read off it to whoever watches the source. */
  readonly heard: (message: RawMessage, decoded: Decoded) => void
}

/** Connector is the contract of a protocol: what its settings look like, and how it runs. `start` resolves when the signal has ended it. */
export interface Connector<Config> {
  readonly kind: string
  readonly config: z.ZodType<Config>
  start(context: ConnectorContext<Config>): Promise<void>
  readonly listener: Listener<unknown>
}
