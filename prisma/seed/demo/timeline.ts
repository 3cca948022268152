import { MINUTE_MS } from '#server/core/kernel/time.ts'

/** DRIVE_LAST_MS is the time of the drive's last row (epoch ms, the file's times read as UTC). */
const DRIVE_LAST_MS = Date.UTC(2014, 1, 19, 15, 25)

/** DRIVE_SHUTDOWN is the planned shutdown in December: one of the recording's labelled windows, which its maintainers call planned. */
export const DRIVE_SHUTDOWN = { from: Date.UTC(2013, 11, 15, 17, 50), to: Date.UTC(2013, 11, 17, 17, 0) } as const

/** DRIVE_DECEMBER_END_MS parts the replay: the fault of 10 December is repaired and its order closed before what follows is sent. */
export const DRIVE_DECEMBER_END_MS = Date.UTC(2013, 11, 13)

/** driveTime shifts a time of the drive's recording so that the last row falls at the first start (epoch ms). */
export const driveTime = (originalMs: number, startedAtMs: number): number => originalMs - DRIVE_LAST_MS + startedAtMs

/** CYCLE_MS is how long one cycle of the hydraulic unit takes. */
const CYCLE_MS = MINUTE_MS

/** hydraulicTime is the time of a cycle of the replay (index from 0, of `count`) so that the last one falls at the first start (epoch ms). */
export const hydraulicTime = (index: number, count: number, startedAtMs: number): number => startedAtMs - (count - 1 - index) * CYCLE_MS
