import type { Outputs } from '../../../_lib/trpc/types.ts'

/** Week is who is on call in a week, as the server tells it. */
export type Week = Outputs['onCall']['week']

/** Roster is one roster of it. */
export type Roster = Week['rosters'][number]

/** Piece is one stretch of a day: who is on call, and where it stands in the day (0 to 1). */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly share: number
  readonly people: readonly string[]
}

const DAY_MS = 86_400_000

/** daysOf cuts a roster's week into its local days; on the two days of the year when the clocks change a day is an hour longer or shorter. */
export function daysOf(roster: Pick<Roster, 'cover'>, week: Pick<Week, 'from' | 'to'>): readonly { readonly from: number; readonly to: number; readonly pieces: readonly Piece[] }[] {
  // Where the clocks change they do so on the last day of the week: it ends with the week, the others keep 24 hours.
  return Array.from({ length: 7 }, (_, day) => {
    const from = week.from + day * DAY_MS
    const to = day === 6 ? week.to : from + DAY_MS
    const pieces = roster.cover.filter((piece) => piece.from < to && piece.to > from).map((piece) => {
      const [begins, ends] = [Math.max(piece.from, from), Math.min(piece.to, to)]
      return { from: begins, to: ends, start: (begins - from) / (to - from), share: (ends - begins) / (to - from), people: piece.people }
    })
    return { from, to, pieces }
  })
}

/** hoursOf rounds hours for people: whole ones, and at least one where there is a gap at all. */
export const hoursOf = (hours: number): number => (hours > 0 ? Math.max(1, Math.round(hours)) : 0)
