import { log } from '../platform/log.ts'
import { enqueue } from './client.ts'

const ringing = new Map<number, { again: string | null }>()

/**
 * ringLane says that a lane has work. The inbox row is committed already, so a bell that cannot ring is only logged: the
 * reconciler rings again. While one bell of a lane is on its way, later ones of this process are joined into one more.
 */
export function ringLane(lane: number, inboxNo: string): void {
  const busy = ringing.get(lane)
  if (busy) {
    busy.again = inboxNo
    return
  }
  const state = { again: null as string | null }
  ringing.set(lane, state)
  void ring(lane, inboxNo, state)
}

async function ring(lane: number, inboxNo: string, state: { again: string | null }): Promise<void> {
  let next: string | null = inboxNo
  while (next !== null) {
    const no: string = next
    state.again = null
    await enqueue('lane.drain', `lane.${lane}.${no}`, { lane }).catch((error: unknown) => log.warn({ lane, error: String(error) }, 'doorbell lost; the reconciler will ring'))
    next = state.again
  }
  ringing.delete(lane)
}

/** ringLaneAgain rings for work that is overdue, under an id that the queue has not seen. */
export async function ringLaneAgain(lane: number, inboxNo: string, attempt: string): Promise<void> {
  await enqueue('lane.drain', `lane.${lane}.${inboxNo}.r${attempt}`, { lane })
}

/** ringBacktest says that a back-test waits. Its row is committed already, so a bell that cannot ring is only logged: the reconciler rings again. */
export function ringBacktest(job: { readonly orgId: string; readonly id: string }, attempt?: string): void {
  const name = attempt === undefined ? `backtest.${job.id}` : `backtest.${job.id}.r${attempt}`
  void enqueue('backtest.run', name, job).catch((error: unknown) => log.warn({ ...job, error: String(error) }, 'doorbell lost; the reconciler will ring'))
}
