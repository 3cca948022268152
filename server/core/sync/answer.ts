import type { Outcome } from './outcome.ts'

/** Reason says why an operation was not taken as it was sent. */
export interface Reason {
  readonly code: string
  readonly message: string
  readonly facts?: Readonly<Record<string, unknown>>
}

/** Answer is what became of one operation of a tablet. */
export interface Answer {
  readonly opId: string
  readonly outcome: Outcome
  readonly reason: Reason | null
  readonly result: unknown
}
