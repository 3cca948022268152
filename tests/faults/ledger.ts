import type { NewBatch } from '#server/modules/telemetry/index.ts'
import type { Plant } from '#tests/harness/plant.ts'
import type { Random } from './random.ts'

/** Ledger is what was sent and what it must have caused: the judge of every fault run. */
export interface Ledger {
  /** The batches in the order of their times; the last one moves the watermark past everything before it. */
  readonly batches: readonly NewBatch[]
  readonly closing: NewBatch
  readonly readings: number
  /** Machines whose fault must have raised one incident and one ticket. */
  readonly faulty: readonly string[]
}

const LENGTH_S = 240
const SECONDS_A_BATCH = 4
const NORMAL = 40
const HOT = 95
const EPISODE_S = 25

/** REORDER_WINDOW_MS covers any order in which the batches of one ledger may arrive. */
export const REORDER_WINDOW_MS = 10 * 60_000

/** writeLedger makes a plant's readings: one a second and machine, two machines of three with one episode each, from a seed. */
export function writeLedger(plant: Plant, random: Random, nowMs: number): Ledger {
  const from = Math.floor((nowMs - REORDER_WINDOW_MS - 2 * LENGTH_S * 1000) / 1000) * 1000
  const episodes = plant.points.map((_point, i) => (i % 3 === 2 ? null : 20 + Math.floor(random() * (LENGTH_S - 80))))
  const valueAt = (machine: number, second: number): number => {
    const begin = episodes[machine]
    return begin !== null && begin !== undefined && second >= begin && second < begin + EPISODE_S ? HOT + random() : NORMAL + random()
  }
  const batches: NewBatch[] = []
  let readings = 0
  for (let second = 0; second < LENGTH_S; second += SECONDS_A_BATCH) {
    const rows = Array.from({ length: SECONDS_A_BATCH }, (_, k) => second + k).flatMap((s) =>
      plant.points.map((point, machine) => ({ point: point.key, ts: from + s * 1000, value: valueAt(machine, s) })),
    )
    readings += rows.length
    batches.push({ batchKey: `boot:run:${second}`, readings: rows })
  }
  const end = from + LENGTH_S * 1000 + REORDER_WINDOW_MS + 1000
  const closing = { batchKey: 'boot:run:end', readings: plant.points.map((point) => ({ point: point.key, ts: end, value: NORMAL })) }
  return {
    batches,
    closing,
    readings: readings + closing.readings.length,
    faulty: plant.points.filter((_point, i) => episodes[i] !== null).map((point) => point.assetId),
  }
}
