import type * as z from 'zod'

/** Quality is how far a value can be trusted (OPC terms). */
export type Quality = 'good' | 'uncertain' | 'bad'

/** DecodedReading is one value as a connector reads it off the wire: point key, source time in epoch ms, given unit (UCUM). */
export interface DecodedReading {
  readonly point: string
  readonly ts: number
  readonly value: number
  readonly unit?: string
  readonly quality?: Quality
}

/** Decoded is what one message holds: its readings, and what could not be read, in words. */
export interface Decoded {
  readonly readings: readonly DecodedReading[]
  readonly faults: readonly string[]
}

/** Delivery is one message on its way in. `committed` is called once, after its readings are durable: only then may the sender be told. */
export interface Delivery {
  readonly readings: readonly DecodedReading[]
  /** True for readings that were kept while the sender was offline: they are judged apart from live ones. */
  readonly backlog?: boolean
  readonly committed: () => void
}

/** ConnectorContext is all a connector gets: it can take readings in and say how it is, and has no way to write to a plant. */
export interface ConnectorContext<Config> {
  readonly sourceId: string
  readonly config: Config
  /** Aborts when the source is disabled, changed or the process stops. */
  readonly signal: AbortSignal
  /** Gives a message to the batcher; false means that it is full and has not taken it. */
  readonly emit: (delivery: Delivery) => boolean
  /** Counts what could not be read, with the reason in words for the source's page. */
  readonly reject: (count: number, reason: string) => void
  /** Resolves when all that was emitted is durable, or a few seconds have passed: call it before hanging up. */
  readonly drained: () => Promise<void>
  /** Says that the connection works (null) or why it does not. */
  readonly status: (problem: string | null) => void
  /** Returns the secret of that name, from the installation's secrets folder. */
  readonly secret: (name: string) => Promise<string>
}

/** Connector is the contract of a protocol: what its settings look like, and how it runs. `start` resolves when the signal has ended it. */
export interface Connector<Config> {
  readonly kind: string
  readonly config: z.ZodType<Config>
  start(context: ConnectorContext<Config>): Promise<void>
}
