import { MINUTE_MS } from '../kernel/time.ts'

/** FLOOD is when a line's alarms are a flood: from 10 new alarms within 10 minutes on, until fewer than 5 came within 10 minutes (ISA-18.2, EEMUA 191). */
export const FLOOD = { begins: 10, endsBelow: 5, windowMs: 10 * MINUTE_MS } as const

/** LineAlarm is one new alarm of a line, as a flood sees it; openedAt is event time in ms. */
export interface LineAlarm {
  readonly id: string
  readonly key: string
  readonly openedAt: number
  /** 1 critical to 4 low. */
  readonly priority: number
  readonly safety: boolean
}

/** byTime puts what came first first; alarms of one instant in the order of their keys, so that no arrival order shows. */
export const byTime = (a: LineAlarm, b: LineAlarm): number => a.openedAt - b.openedAt || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/**
 * floodWindow finds the first 10 minutes that hold 10 different alarms, and gives what opened in them, the first-out first; null when there are none.
 * An alarm that opens again and again counts once: it chatters, which makes no flood. `sorted` is in the order of byTime.
 */
export function floodWindow(sorted: readonly LineAlarm[]): readonly LineAlarm[] | null {
  const inside = new Map<string, number>()
  let first = 0
  for (const [last, alarm] of sorted.entries()) {
    inside.set(alarm.key, (inside.get(alarm.key) ?? 0) + 1)
    for (let oldest = sorted[first]; oldest !== undefined && alarm.openedAt - oldest.openedAt >= FLOOD.windowMs; oldest = sorted[++first]) {
      const left = (inside.get(oldest.key) ?? 1) - 1
      if (left === 0) inside.delete(oldest.key)
      else inside.set(oldest.key, left)
    }
    if (inside.size >= FLOOD.begins) return sorted.slice(first, last + 1)
  }
  return null
}

/** floodEnd is when a flood is over if nothing more comes: when the fifth newest of its different alarms is 10 minutes old. `latest` has each alarm's newest opening. */
export function floodEnd(latest: Iterable<number>): number {
  const fifth = [...latest].sort((a, b) => b - a)[FLOOD.endsBelow - 1]
  return fifth === undefined ? Number.NEGATIVE_INFINITY : fifth + FLOOD.windowMs
}
