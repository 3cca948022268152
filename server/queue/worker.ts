import type { Worker } from 'bullmq'
import { saveDeadLetter } from '../platform/dead-letter.ts'
import { log } from '../platform/log.ts'
import { openWorker } from './backend.ts'
import { AT_ONCE, isJobName, JOBS, QUEUES, type JobName, type JobPayload, type QueueName } from './catalog.ts'

/** JobHandlers has a handler for every job of the catalog: a missing one does not compile. */
export type JobHandlers = { readonly [Name in JobName]: (payload: JobPayload<Name>) => Promise<void> }

// A killed worker's job is taken up again after about lockDuration + stalledInterval.
const LOCK_MS = 10_000
const STALLED_MS = 5_000

async function bury(queue: QueueName, name: string, payload: unknown, error: string): Promise<void> {
  await saveDeadLetter(queue, name, payload, error)
  log.error({ queue, job: name, error }, 'job buried: it can never succeed as it is')
}

async function run<Name extends JobName>(handlers: JobHandlers, queue: QueueName, name: Name, data: unknown): Promise<void> {
  const parsed = JOBS[name].payload.safeParse(data)
  if (!parsed.success) return bury(queue, name, data, parsed.error.message)
  return handlers[name](parsed.data as JobPayload<Name>)
}

/**
 * startWorkers takes jobs from every queue until closed. An unknown name is logged and completed, a payload that does
 * not fit goes to the dead-letter table; what a handler throws is retried by the queue and then left to the reconciler.
 */
export function startWorkers(handlers: JobHandlers, concurrency: number): { close: () => Promise<void> } {
  const workers: Worker[] = QUEUES.map((queue) => {
    const worker = openWorker(
      queue,
      async (job) => {
        if (!isJobName(job.name)) {
          log.warn({ queue, job: job.name }, 'unknown job name, completed unread')
          return
        }
        await run(handlers, queue, job.name, job.data)
      },
      { concurrency: AT_ONCE[queue] ?? concurrency, lockDuration: LOCK_MS, stalledInterval: STALLED_MS, maxStalledCount: 5 },
    )
    worker.on('failed', (job, error) => log.error({ queue, job: job?.name, id: job?.id, error: error.message, stack: error.stack }, 'job failed'))
    return worker
  })
  return { close: async () => void (await Promise.all(workers.map((worker) => worker.close()))) }
}
