/** Rankable is what the order of things that need somebody depends on. */
export interface Rankable {
  /** Nothing is at stake any more: an answer is missing, no more. */
  readonly settled: boolean
  readonly priority: number
  readonly acknowledged: boolean
  /** A, B or C; empty where there is no machine. */
  readonly criticality: string
  /** ISO. */
  readonly since: string
}

const CRITICALITIES = ['A', 'B', 'C', '']
const criticalityRank = (criticality: string): number => CRITICALITIES.indexOf(criticality)

/** moreUrgent orders things that need somebody: what stands before what is settled, then by priority, what nobody has seen, the machine's criticality, and the newest first. */
export const moreUrgent = (a: Rankable, b: Rankable): number =>
  Number(a.settled) - Number(b.settled)
  || a.priority - b.priority
  || Number(a.acknowledged) - Number(b.acknowledged)
  || criticalityRank(a.criticality) - criticalityRank(b.criticality)
  || Date.parse(b.since) - Date.parse(a.since)
