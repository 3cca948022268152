import { HOUR_MS } from '../kernel/time.ts'

/** Timer is one person's time on an order; endedAt null while it runs. */
export interface Timer {
  readonly personId: string
  readonly startedAt: Date
  readonly endedAt: Date | null
  /** diagnostic, active, wait or travel */
  readonly activity: string
}

const spanMs = (timer: Timer, now: Date): number => Math.max(0, (timer.endedAt ?? now).getTime() - timer.startedAt.getTime())

/** labourHours sums the hours that people worked, two people at once counted twice; waiting is not work. Rounded to hundredths of an hour. */
export const labourHours = (timers: readonly Timer[], now: Date): number =>
  Math.round((timers.filter((timer) => timer.activity !== 'wait').reduce((sum, timer) => sum + spanMs(timer, now), 0) / HOUR_MS) * 100) / 100
