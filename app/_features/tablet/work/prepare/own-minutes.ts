import type { SeenOrder } from '../../../../_lib/tablet/seen/fold.ts'

const MINUTE_MS = 60_000

/** ownMinutes is a person's own time on an order in whole minutes, a running timer included; null when he has none. */
export function ownMinutes({ labour }: Pick<SeenOrder, 'labour'>, personId: string, now: number): number | null {
  const own = labour.entries.filter((entry) => entry.person.id === personId && entry.activity !== 'wait')
  if (own.length === 0) return null
  const ms = own.reduce((sum, { startedAt, endedAt }) => sum + Math.max(0, (endedAt === null ? now : Date.parse(endedAt)) - Date.parse(startedAt)), 0)
  return Math.floor(ms / MINUTE_MS)
}
