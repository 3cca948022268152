import { DAY_MS, HOUR_MS, MINUTE_MS } from '#server/core/kernel/time.ts'
import { acceptBatch } from '#server/modules/telemetry/index.ts'
import { newId } from '#server/platform/ids.ts'
import { makePlant } from '#tests/harness/plant.ts'
import { addPeople, inInstallation, type OwnPlant } from './busy-line.ts'

const HEALTHY = 50
const HOT = 90

/** PastMachine is an organization of its own with one machine, M-0, and three days of readings behind it: it was hot for an hour a day and a half ago. */
export interface PastMachine extends OwnPlant {
  /** Sends a reading for each of these minutes before the machine was made, the earliest first. */
  readonly send: (value: number, fromMinutes: number, toMinutes: number) => Promise<void>
}

/** pastMachine makes it in the running product. Its past ends forty minutes before now, so that a test can let more come. */
export async function pastMachine(): Promise<PastMachine> {
  return inInstallation(async () => {
    const made = Date.now()
    const plant = await makePlant({ stalenessMs: 5 * MINUTE_MS })
    const people = await addPeople(plant, ['reliability-engineer'])
    const point = plant.points[0]?.key
    const post = (valueAt: (ago: number) => number, fromAgo: number, toAgo: number): Promise<void> => inInstallation(async () => {
      const count = Math.floor((fromAgo - toAgo) / MINUTE_MS) + 1
      const ages = Array.from({ length: count }, (_, index) => fromAgo - index * MINUTE_MS)
      await acceptBatch(plant.source, { batchKey: newId(), readings: ages.map((ago) => ({ point, ts: made - ago, value: valueAt(ago) })) })
    })
    const hotThen = (ago: number): boolean => ago > 36 * HOUR_MS && ago <= 37 * HOUR_MS
    await post((ago) => (hotThen(ago) ? HOT : HEALTHY + ((ago / MINUTE_MS) % 7) / 2), 3 * DAY_MS, 40 * MINUTE_MS)
    return { ...people, send: (value, fromMinutes, toMinutes) => post(() => value, fromMinutes * MINUTE_MS, toMinutes * MINUTE_MS) }
  })
}
