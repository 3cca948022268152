import { SECOND_MS } from '#server/core/kernel/time.ts'
import { observeSeconds } from '#server/platform/metrics.ts'

/** observeRequest records how long a request at one of the doors took (in ms) and how it ended, by its name in the contract. */
export const observeRequest = (door: 'trpc' | 'rest' | 'tablet' | 'public', name: string, outcome: string, ms: number): void =>
  observeSeconds('millwright_request_seconds', 'Time to answer a request', { door, name, outcome }, ms / SECOND_MS)
