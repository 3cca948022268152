import { kindOf, troubleBegin, type KnownOutcome } from '../backtest/outcomes.ts'
import { DAY_MS, HOUR_MS } from '../kernel/time.ts'

/** LeftOut is a stretch [from, to) of history that limits are not learnt from, and why. */
export interface LeftOut {
  readonly from: number
  readonly to: number
  readonly why: 'failure' | 'fault' | 'maintenance'
  readonly orderNumber: string | null
}

/** BEFORE_MS is how much time before a known failure or fault is left out: it was developing then. AFTER_MS is how long the machine settles after it. */
export const BEFORE_MS = 3 * DAY_MS
export const AFTER_MS = HOUR_MS

/** leftOut lists what history of one machine is left out when limits are learnt: around known failures and faults, and declared maintenance. */
export function leftOut(
  assetId: string, outcomes: readonly KnownOutcome[], maintenance: readonly { readonly assetId: string; readonly from: number; readonly to: number }[],
): LeftOut[] {
  const troubles = outcomes.flatMap((outcome): LeftOut[] => {
    const kind = kindOf(outcome)
    if (outcome.assetId !== assetId || (kind !== 'failure' && kind !== 'fault')) return []
    return [{ from: troubleBegin(outcome) - BEFORE_MS, to: outcome.endAt + AFTER_MS, why: kind, orderNumber: outcome.orderNumber }]
  })
  const work = maintenance.filter((window) => window.assetId === assetId).map(({ from, to }): LeftOut => ({ from, to: to + AFTER_MS, why: 'maintenance', orderNumber: null }))
  return [...troubles, ...work].sort((a, b) => a.from - b.from)
}

/** within gives the windows that touch a range. */
export const within = (windows: readonly LeftOut[], from: number, to: number): LeftOut[] => windows.filter((window) => window.from < to && window.to > from)

/** leftOutClock tells of times that grow whether they lie in a window; windows are sorted by their begin. */
export function leftOutClock(windows: readonly LeftOut[]): (t: number) => boolean {
  let next = 0
  let until = -Infinity
  return (t) => {
    for (let window = windows[next]; window !== undefined && window.from <= t; window = windows[next]) {
      until = Math.max(until, window.to)
      next += 1
    }
    return t < until
  }
}
