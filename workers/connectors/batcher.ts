import { createHash } from 'node:crypto'
import { AppError, type ErrorCode } from '#server/core/kernel/errors.ts'
import { connectionSentence } from '#server/core/sources/connection-sentences.ts'
import type { DecodedReading, Delivery } from './connector.ts'

/** BatchLimits say when a batch is sent: at so many readings or messages, or so long (ms) after its first message; and how many readings may wait. */
export interface BatchLimits {
  readonly maxReadings: number
  readonly maxMessages: number
  readonly maxWaitMs: number
  readonly maxQueued: number
}

/** DEFAULT_LIMITS suit brokers that have at most 20 messages unacknowledged per client: more would only wait for the time limit. */
const DEFAULT_LIMITS: BatchLimits = { maxReadings: 1000, maxMessages: 20, maxWaitMs: 200, maxQueued: 50_000 }

const FIRST_RETRY_MS = 250
const LAST_RETRY_MS = 15_000
const FINAL: ReadonlySet<ErrorCode> = new Set(['invalid', 'conflict', 'too-large'])

/** Send commits one batch durably under its key; it throws when it could not. backlog: its readings were kept while the sender was offline. */
export type Send = (batchKey: string, readings: readonly DecodedReading[], backlog: boolean) => Promise<void>

/** Batcher groups messages into batches, keeps their order and confirms each message only after its batch is durable. */
export interface Batcher {
  /** Takes a message; false when too much is waiting already. */
  add(delivery: Delivery): boolean
  /** Sends what waits and resolves when nothing is left, or when the signal has aborted. */
  drain(): Promise<void>
}

/**
 * batchKeyOf names a batch by its content, so that the same batch sent again after a crash is recognised as the same.
 * A redelivery that is grouped in another way has another key: there the readings' own key (point and time) keeps each once.
 */
export const batchKeyOf = (readings: readonly DecodedReading[]): string =>
  createHash('sha256').update(JSON.stringify(readings)).digest('hex')

/**
 * createBatcher returns a batcher over `send`. One batch is under way at a time; a failed one is tried again, unchanged,
 * with back-off until it succeeds or the signal aborts; one that is refused for its content is left out. `onProblem` hears of each failure, and of null when all is well again.
 */
export function createBatcher(
  send: Send,
  options: { limits?: Partial<BatchLimits>; signal: AbortSignal; onProblem: (problem: string | null) => void },
): Batcher {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const { signal, onProblem } = options
  const waiting: Delivery[] = []
  let queued = 0
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined

  // A batch is live or backlog, never both: they are judged apart.
  const take = (): Delivery[] => {
    let readings = 0
    let messages = 0
    const backlog = isBacklog(waiting[0])
    while (messages < waiting.length && (messages === 0 || readings < limits.maxReadings) && isBacklog(waiting[messages]) === backlog) {
      readings += waiting[messages]?.readings.length ?? 0
      messages += 1
    }
    return waiting.splice(0, messages)
  }

  const flush = async (): Promise<void> => {
    while (waiting.length > 0 && !signal.aborted) {
      const batch = take()
      const readings = batch.flatMap((delivery) => delivery.readings)
      if (readings.length > 0 && !(await sendUntilDone(() => send(batchKeyOf(readings), readings, isBacklog(batch[0])), signal, onProblem))) return
      queued -= readings.length
      for (const delivery of batch) delivery.committed()
    }
  }

  const start = (): void => {
    clearTimeout(timer)
    timer = undefined
    running ??= flush().finally(() => {
      running = undefined
      if (waiting.length > 0 && !signal.aborted) start()
    })
  }

  return {
    add(delivery) {
      if (signal.aborted || queued + delivery.readings.length > limits.maxQueued) return false
      waiting.push(delivery)
      queued += delivery.readings.length
      if (queued >= limits.maxReadings || waiting.length >= limits.maxMessages) start()
      else if (!running) timer ??= setTimeout(start, limits.maxWaitMs)
      return true
    },
    async drain() {
      while ((waiting.length > 0 || running) && !signal.aborted) {
        start()
        await running
      }
      clearTimeout(timer)
    },
  }
}

const isBacklog = (delivery: Delivery | undefined): boolean => delivery?.backlog ?? false

async function sendUntilDone(send: () => Promise<void>, signal: AbortSignal, onProblem: (problem: string | null) => void): Promise<boolean> {
  for (let wait = FIRST_RETRY_MS; !signal.aborted; wait = Math.min(wait * 2, LAST_RETRY_MS)) {
    try {
      await send()
      if (wait > FIRST_RETRY_MS) onProblem(null)
      return true
    } catch (error) {
      onProblem(problemOf(error))
      // What is refused for its content would be refused for ever: it must not stop what comes after it.
      if (error instanceof AppError && FINAL.has(error.code)) return true
      await pause(wait, signal)
    }
  }
  return false
}

const problemOf = (error: unknown): string => {
  if (error instanceof AppError && error.code === 'too-many') return connectionSentence('behind')
  return `Readings could not be stored: ${error instanceof Error ? error.message : String(error)}`
}

/** pause waits so many ms, or until the signal aborts. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
