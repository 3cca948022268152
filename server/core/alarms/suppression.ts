/** StopCondition is what a point's value says when its machine is stopped. */
export interface StopCondition {
  readonly direction: 'above' | 'below'
  readonly limit: number
}

/** saysStopped tells whether a point's newest reading says "stopped" at a time: an old or missing one says nothing, and so suppresses nothing. Times in ms. */
export function saysStopped(condition: StopCondition, reading: { readonly t: number; readonly value: number } | null, at: number, stalenessMs: number): boolean {
  if (reading === null || at - reading.t > stalenessMs) return false
  return condition.direction === 'below' ? reading.value < condition.limit : reading.value > condition.limit
}

/** HoldSources is everything that may hold an alarm at a moment. */
export interface HoldSources {
  readonly outOfService: boolean
  readonly byDesign: boolean
  readonly shelved: boolean
  readonly safety: boolean
}

/** strongestHold picks the hold that counts. A safety alarm is never suppressed by design and never shelved. */
export function strongestHold({ outOfService, byDesign, shelved, safety }: HoldSources): 'out-of-service' | 'by-design' | 'shelved' | null {
  if (outOfService) return 'out-of-service'
  if (safety) return null
  if (byDesign) return 'by-design'
  return shelved ? 'shelved' : null
}
