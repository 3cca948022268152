import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#server/core/kernel/time.ts'

/** TimeTick is a round moment at the site (epoch ms) and whether a day begins there. */
export interface TimeTick {
  readonly at: number
  readonly midnight: boolean
}

const LONGEST_STEP_MS = 364 * DAY_MS
const STEPS_MS = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND_MS),
  ...[1, 2, 4, 5, 10, 15, 30].map((count) => count * MINUTE_MS),
  ...[1, 2, 4, 6, 12].map((count) => count * HOUR_MS),
  ...[1, 2, 7, 14, 28, 56, 91, 182].map((count) => count * DAY_MS),
]

/** zoneOffset is what the clocks at the site are ahead of UTC at a moment (ms). */
export function zoneOffset(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((candidate) => candidate.type === type)?.value ?? 0)
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return local - Math.floor(at / SECOND_MS) * SECOND_MS
}

/** timeTicks are round moments by the site's clocks between two moments, at most count of them, right across a change to or from summer time. */
export function timeTicks(from: number, to: number, timeZone: string, count: number): readonly TimeTick[] {
  const step = STEPS_MS.find((candidate) => (to - from) / candidate <= count) ?? LONGEST_STEP_MS
  const offset = zoneOffset(from, timeZone)
  const ticks: TimeTick[] = []
  for (let local = Math.ceil((from + offset) / step) * step; ; local += step) {
    const guess = local - offset
    const at = local - zoneOffset(guess, timeZone)
    if (at > to) return ticks
    if (at >= from) ticks.push({ at, midnight: local % DAY_MS === 0 })
  }
}
