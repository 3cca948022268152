import { drainOnce } from '#server/flows/drain-lane/index.ts'
import { askRelay } from '#server/queue/relay.ts'

const draining = new Map<number, { again: boolean }>()

/**
 * drainLane empties a lane's inbox. While this process drains a lane, another bell for it only asks for one more look, so
 * that one busy lane never takes every place of the worker; other processes wait at the lane's lock.
 */
export async function drainLane({ lane }: { lane: number }): Promise<void> {
  const busy = draining.get(lane)
  if (busy) {
    busy.again = true
    return
  }
  const state = { again: true }
  draining.set(lane, state)
  try {
    while (state.again) {
      state.again = false
      for (;;) {
        const done = await drainOnce(lane)
        if (done.tickets) askRelay()
        if (done.batches === 0) break
      }
    }
  } finally {
    draining.delete(lane)
  }
}
