import type { SeenShift } from '../../../../_lib/tablet/seen/shift.ts'

const RANK: Readonly<Record<SeenShift['repairs'][number]['risk'], number>> = { high: 0, medium: 1, low: 2 }

/** repairsByUrgency sorts temporary repairs as they are looked at: what is past its time first, then by risk, then by what ends soonest. */
export const repairsByUrgency = (repairs: SeenShift['repairs'], now: number): SeenShift['repairs'] => {
  const past = (text: string): number => Number(Date.parse(text) <= now)
  return repairs.toSorted((a, b) => past(b.expiresAt) - past(a.expiresAt) || RANK[a.risk] - RANK[b.risk] || Date.parse(a.expiresAt) - Date.parse(b.expiresAt))
}
