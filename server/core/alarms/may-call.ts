import type { Hold } from './state.ts'

/** CallFacts is what decides whether an incident may call people or raise a ticket of its own. */
export interface CallFacts {
  /** True in declared maintenance. */
  readonly suppressed: boolean
  readonly held: Hold | null
  /** The first-out that it is folded under. */
  readonly parentId: string | null
  readonly happenedOffline: boolean
}

/** Silence is why an incident calls nobody. */
export type Silence = Hold | 'maintenance' | 'folded' | 'happened-offline'

/** silenceOf says why an incident calls nobody; null when it may call. */
export function silenceOf({ suppressed, held, parentId, happenedOffline }: CallFacts): Silence | null {
  if (held !== null) return held
  if (suppressed) return 'maintenance'
  if (parentId !== null) return 'folded'
  return happenedOffline ? 'happened-offline' : null
}

/** mayCall tells whether an incident may call people: not one that is held, in maintenance, folded under its flood's first-out, or long over when it was heard of. */
export const mayCall = (incident: CallFacts): boolean => silenceOf(incident) === null
