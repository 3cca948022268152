import { hear, NOTHING_HEARD, type Heard } from '#server/core/sources/heard.ts'
import { sampleOf } from '#server/core/sources/sample.ts'
import type { OpenSampling, SamplingState } from '#server/modules/sources/index.ts'
import type { Connector, Decoded, RawMessage } from './connector.ts'
import type { SecretReader } from './secrets.ts'

/** SamplerDeps is what showing messages needs from outside: the requests, where to keep what was heard, the protocols and their secrets. */
export interface SamplerDeps {
  readonly connectors: ReadonlyMap<string, Connector<unknown>>
  readonly wanted: () => Promise<readonly OpenSampling[]>
  readonly save: (sampling: OpenSampling, state: SamplingState) => Promise<void>
  readonly secretsOf: (organization: string) => SecretReader
  readonly onError: (error: unknown) => void
}

/** Sampler serves people who want to see what comes in, for a short while and in bounded samples. */
export interface Sampler {
  /** Takes up new requests, ends those that are over, and keeps what was heard since the last look. */
  look(): Promise<void>
  /** Shows a message of a running source to whoever watches it; costs nearly nothing when nobody does. */
  heard(sourceId: string, message: RawMessage, decoded: Decoded): void
  close(): Promise<void>
}

interface Serving {
  readonly sampling: OpenSampling
  readonly stop: AbortController
  done: Promise<void>
  state: SamplingState
  changed: boolean
}

const NOTHING_READ: Decoded = { readings: [], faults: [] }

const heardWith = (heard: Heard, message: RawMessage, decoded: Decoded): Heard =>
  hear(heard, { topic: message.topic, at: message.arrivedAt, retained: message.retained, ...decoded }, () => sampleOf(message.payload))

/** createSampler returns a sampler; call look every second. */
export function createSampler(deps: SamplerDeps): Sampler {
  const servings = new Map<string, Serving>()
  const watched = new Map<string, Serving>()
  let looking: Promise<void> | undefined

  const change = (serving: Serving, state: Partial<SamplingState>): void => {
    serving.state = { ...serving.state, ...state }
    serving.changed = true
  }
  const take = (serving: Serving, message: RawMessage, decoded: Decoded): void => change(serving, { heard: heardWith(serving.state.heard, message, decoded) })

  // Whatever goes wrong is told to whoever asked.
  const listen = async (serving: Serving): Promise<void> => {
    const { kind, place } = serving.sampling
    const listener = deps.connectors.get(kind)?.listener
    const parsed = listener?.place.safeParse(place)
    if (!listener || !parsed?.success) return change(serving, { problem: 'Nothing can listen at this place.' })
    const status = (problem: string | null): void => change(serving, { problem, connected: problem === null })
    const secret = deps.secretsOf(serving.sampling.orgSlug)
    try {
      await listener.start({ config: parsed.data, signal: serving.stop.signal, secret, status, heard: (message) => take(serving, message, NOTHING_READ) })
    } catch (error) {
      status(error instanceof Error ? error.message : String(error))
    }
  }

  const begin = (sampling: OpenSampling): void => {
    const serving: Serving = { sampling, stop: new AbortController(), done: Promise.resolve(), state: { connected: false, problem: null, heard: NOTHING_HEARD }, changed: false }
    servings.set(sampling.id, serving)
    if (sampling.sourceId === null) serving.done = listen(serving)
    else watched.set(sampling.sourceId, serving)
  }

  const keep = async (serving: Serving): Promise<void> => {
    if (!serving.changed) return
    serving.changed = false
    try {
      await deps.save(serving.sampling, serving.state)
    } catch (error) {
      serving.changed = true
      deps.onError(error)
    }
  }

  const end = async (serving: Serving): Promise<void> => {
    servings.delete(serving.sampling.id)
    if (watched.get(serving.sampling.sourceId ?? '') === serving) watched.delete(serving.sampling.sourceId ?? '')
    serving.stop.abort()
    await serving.done
    await keep(serving)
  }

  const lookOnce = async (): Promise<void> => {
    try {
      const wanted = new Map((await deps.wanted()).map((sampling) => [sampling.id, sampling]))
      for (const [id, serving] of [...servings]) if (!wanted.has(id)) await end(serving)
      for (const [id, sampling] of wanted) if (!servings.has(id)) begin(sampling)
      for (const serving of servings.values()) await keep(serving)
    } catch (error) {
      deps.onError(error)
    }
  }

  return {
    async look() {
      // One that is under way may have read the requests before the caller's was made.
      await looking
      await (looking ??= lookOnce().finally(() => { looking = undefined }))
    },
    heard(sourceId, message, decoded) {
      const serving = watched.get(sourceId)
      if (serving) take(serving, message, decoded)
    },
    async close() {
      await looking
      await Promise.all([...servings.values()].map(end))
    },
  }
}
