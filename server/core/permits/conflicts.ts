import { areAtOdds, type PermitKind } from './kinds.ts'

/** Place is where a permit is: the positions from its own up to the site's top. */
export type Place = readonly { readonly id: string; readonly level: string }[]

const LINES = ['line', 'area']

/** The line that a position stands in, else the area, else its topmost position. */
const lineOf = (place: Place): string | undefined => (place.find(({ level }) => level === LINES[0]) ?? place.find(({ level }) => level === LINES[1]) ?? place.at(-1))?.id

/** areNeighbours tells whether two permits are at one place, one at a part of the other's, or both in one line. */
export function areNeighbours(one: Place, other: Place): boolean {
  const [own, others] = [one[0]?.id, other[0]?.id]
  if (own === undefined || others === undefined) return false
  return one.some(({ id }) => id === others) || other.some(({ id }) => id === own) || lineOf(one) === lineOf(other)
}

/** Standing is a permit as conflicts see it. */
export interface Standing {
  readonly kind: PermitKind
  readonly status: string
  readonly place: Place
  readonly from: Date
  readonly to: Date
}

/**
 * conflictsOf finds the permits that must not be at once with a new one. One that has expired and was not handed back still counts: nobody has said
 * that the work is over.
 */
export const conflictsOf = <Other extends Standing>(permit: Standing, others: readonly Other[], now: Date): Other[] =>
  others.filter((other) => other.status === 'issued' && areAtOdds(permit.kind, other.kind) && areNeighbours(permit.place, other.place)
    && other.from < permit.to && (other.to > permit.from || other.to <= now))
