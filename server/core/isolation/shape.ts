import type { IsolationEventType } from './events.ts'
import type { IsolationSentence } from './isolation-sentences.ts'

/** Phase is how an isolation stands: being made, in force, taken away for a test run, or over. */
export type Phase = 'isolating' | 'isolated' | 'lifted' | 'ended'

/** Refusal says why something is not done now. */
export interface Refusal {
  readonly says: IsolationSentence
  readonly params?: Readonly<Record<string, string | number>>
}

/** Lock is one person's lock that is on. */
export interface Lock {
  readonly personId: string
  readonly lock: string
  readonly since: Date
}

/** Confirmation is who did a step, and when. */
export interface Confirmation {
  readonly personId: string
  readonly at: Date
  readonly tag: string | null
}

/** Flag is something that would have been refused, had all been known at the time: a fact for safety to look at. */
export interface Flag {
  readonly eventId: string
  readonly type: IsolationEventType
  readonly personId: string
  readonly at: Date
  readonly refusal: Refusal
}

/** IsolationState is what the events of an isolation add up to. */
export interface IsolationState {
  readonly phase: Phase
  /** 1 the first time; one more each time it was restored after a test run. */
  readonly round: number
  readonly confirmed: ReadonlyMap<string, Confirmation>
  /** On now; one that was put on offline may still be on after the isolation was ended without knowing of it. */
  readonly locks: readonly Lock[]
  readonly flags: readonly Flag[]
}
