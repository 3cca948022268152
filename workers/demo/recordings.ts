import { driveRows } from '#prisma/seed/demo/read-drive.ts'
import { hydraulicReplay } from '#prisma/seed/demo/read-hydraulic.ts'
import { DRIVE_DECEMBER_END_MS, driveTime, hydraulicTime } from '#prisma/seed/demo/timeline.ts'
import type { SentReading } from './api-client.ts'

/** BATCH_SIZE is how many readings the player sends at once. */
const BATCH_SIZE = 1000

/** batchesOf cuts readings into batches in their order. */
export const batchesOf = (readings: readonly SentReading[], size = BATCH_SIZE): SentReading[][] =>
  Array.from({ length: Math.ceil(readings.length / size) }, (_, index) => readings.slice(index * size, (index + 1) * size))

/** driveReadings returns the drive's recording in its original order, shifted, in two parts: until the December fault is over, and what follows. */
export function driveReadings(startedAtMs: number): { readonly december: SentReading[]; readonly rest: SentReading[] } {
  const readings = driveRows().map((row) => ({ original: row.t, reading: { point: 'EX-101.temp', ts: driveTime(row.t, startedAtMs), value: row.value, unit: '[degF]' } }))
  const of = (wanted: (originalMs: number) => boolean): SentReading[] => readings.filter((row) => wanted(row.original)).map((row) => row.reading)
  return { december: of((t) => t < DRIVE_DECEMBER_END_MS), rest: of((t) => t >= DRIVE_DECEMBER_END_MS) }
}

/** hydraulicReadings returns the hydraulic unit's replay: four temperatures a minute, the last at the first start. */
export function hydraulicReadings(startedAtMs: number): SentReading[] {
  const cycles = hydraulicReplay()
  return cycles.flatMap((cycle, index) => {
    const ts = hydraulicTime(index, cycles.length, startedAtMs)
    return ([['TS1', cycle.ts1], ['TS2', cycle.ts2], ['TS3', cycle.ts3], ['TS4', cycle.ts4]] as const).map(([code, value]) => ({ point: `HPU-201.${code}`, ts, value, unit: 'Cel' }))
  })
}
