import { SECOND_MS } from '#server/core/kernel/time.ts'
import { log } from '#server/platform/log.ts'
import { pause } from '../connectors/batcher.ts'
import { conditionOrders, postBatch, type SentReading } from './api-client.ts'
import type { PlayerMemory } from './player-state.ts'
import { batchesOf, driveReadings, hydraulicReadings } from './recordings.ts'
import { closeDecemberOrder } from './technician.ts'

/** HistoryPlan is what sending the recordings needs: where to, with which keys, and the first start to which times relate. */
export interface HistoryPlan {
  readonly baseUrl: string
  readonly keys: { readonly drive: string; readonly hydraulic: string; readonly read: string }
  readonly startedAtMs: number
  readonly memory: PlayerMemory
  readonly signal: AbortSignal
}

const POLL_MS = SECOND_MS

// The first start is part of the name: a data folder that is made anew begins a recording of its own.
const bootOf = (plan: HistoryPlan, name: string): string => `demo-${name}-${plan.startedAtMs}`

async function sendPart(plan: HistoryPlan, part: 'drive' | 'hydraulic', boot: string, readings: readonly SentReading[]): Promise<boolean> {
  const { memory, signal } = plan
  const batches = batchesOf(readings)
  for (let seq = memory.state[part].next; seq < batches.length && !signal.aborted; seq += 1) {
    await postBatch(plan.baseUrl, plan.keys[part], { boot, seq, readings: batches[seq] ?? [] }, signal)
    if (!signal.aborted) memory.save({ [part]: { ...memory.state[part], next: seq + 1 } })
  }
  return !signal.aborted
}

/** playHydraulic sends the hydraulic unit's recording; a restart goes on after the last batch that was accepted. */
export async function playHydraulic(plan: HistoryPlan): Promise<void> {
  if (plan.memory.state.hydraulic.step === 'done') return
  if (await sendPart(plan, 'hydraulic', bootOf(plan, 'hydraulic'), hydraulicReadings(plan.startedAtMs))) {
    plan.memory.save({ hydraulic: { step: 'done', next: 0 } })
    log.info('demo: the hydraulic unit is replayed')
  }
}

/** playDrive sends the drive's recording. The December fault is repaired before the rest is sent, so that January is a new problem, not a relapse. */
export async function playDrive(plan: HistoryPlan): Promise<void> {
  const { memory, signal, startedAtMs } = plan
  if (memory.state.drive.step === 'done') return
  const { december, rest } = driveReadings(startedAtMs)
  if (memory.state.drive.step === 'first' && (await sendPart(plan, 'drive', bootOf(plan, 'drive-december'), december))) memory.save({ drive: { step: 'repair', next: 0 } })
  while (memory.state.drive.step === 'repair' && !signal.aborted) {
    // The newest come first: December's is the oldest.
    const order = (await conditionOrders(plan.baseUrl, plan.keys.read, 'EX-101')).at(-1)
    if (order) {
      await closeDecemberOrder(order, startedAtMs)
      memory.save({ drive: { step: 'rest', next: 0 } })
    } else await pause(POLL_MS, signal)
  }
  if (memory.state.drive.step === 'rest' && (await sendPart(plan, 'drive', bootOf(plan, 'drive'), rest))) {
    memory.save({ drive: { step: 'done', next: 0 } })
    log.info('demo: the drive is replayed')
  }
}
