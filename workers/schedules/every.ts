import { log } from '#server/platform/log.ts'
import { withAdvisoryLock } from '#server/platform/lock.ts'

/** Schedule is something that must happen again and again, by one worker at a time. */
export interface Schedule {
  readonly name: string
  readonly everyMs: number
  readonly run: () => Promise<void>
}

/** startSchedules runs each schedule at its interval, starting at different moments; a failure is logged and the next round tries again. */
export function startSchedules(schedules: readonly Schedule[]): { close: () => Promise<void> } {
  let closed = false
  const running = new Set<Promise<void>>()
  const timers = new Map<string, NodeJS.Timeout>()
  const plan = (schedule: Schedule, inMs: number) => {
    if (closed) return
    timers.set(schedule.name, setTimeout(() => {
      const round: Promise<void> = withAdvisoryLock(`schedule:${schedule.name}`, schedule.run)
        .then(() => undefined)
        .catch((error: unknown) => log.error({ schedule: schedule.name, error: String(error) }, 'schedule failed, it will run again'))
        .finally(() => {
          running.delete(round)
          plan(schedule, schedule.everyMs)
        })
      running.add(round)
    }, inMs))
  }
  schedules.forEach((schedule, i) => plan(schedule, (schedule.everyMs * (i + 1)) / (schedules.length + 1)))
  return {
    close: async () => {
      closed = true
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all(running)
    },
  }
}
