import type { Queue } from 'bullmq'
import { closeQueueConnections, openQueue } from './backend.ts'
import { JOBS, type JobName, type JobPayload, type QueueName } from './catalog.ts'

const store = globalThis as typeof globalThis & { __millwrightQueues?: Map<QueueName, Queue> }
const queues = (store.__millwrightQueues ??= new Map())

function queueFor(name: QueueName): Queue {
  const open = queues.get(name) ?? openQueue(name)
  queues.set(name, open)
  return open
}

/**
 * enqueue adds a job under an id that names the work, so that adding it twice does it once; with a delay it waits that long (ms).
 * The durable row must be committed before: the queue is transport, PostgreSQL is the truth.
 */
export async function enqueue<Name extends JobName>(name: Name, id: string, payload: JobPayload<Name>, delayMs = 0): Promise<void> {
  const kind = JOBS[name]
  await queueFor(kind.queue).add(name, kind.payload.parse(payload), {
    jobId: id,
    ...(delayMs > 0 ? { delay: delayMs } : {}),
    attempts: kind.attempts,
    backoff: { type: 'exponential', delay: 200 },
    // A kept id would swallow the reconciler's second ring.
    removeOnComplete: true,
    removeOnFail: true,
  })
}

/** queueDepth tells how many jobs wait in a queue, for health and metrics. */
export async function queueDepth(name: QueueName): Promise<number> {
  return queueFor(name).getWaitingCount()
}

/** closeQueues closes every queue of this process. */
export async function closeQueues(): Promise<void> {
  await Promise.all([...queues.values()].map((queue) => queue.close()))
  queues.clear()
  await closeQueueConnections()
}
