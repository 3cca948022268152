import * as z from 'zod'

/** QUEUES is every queue there is; at most six, since each worker of one pins a connection on PostgreSQL. */
export const QUEUES = ['lanes', 'tickets', 'news', 'deliveries', 'heavy', 'files'] as const
export type QueueName = (typeof QUEUES)[number]

/**
 * AT_ONCE is how many jobs of a queue run at once in a process, where that is not the worker's own number. Deliveries mostly wait for somebody else's server,
 * so that some that hang do not keep the others waiting; a heavy one keeps a core busy for minutes, a picture for a second. Telling people never outruns judging and tickets.
 */
export const AT_ONCE: { readonly [Name in QueueName]?: number } = { news: 2, deliveries: 48, heavy: 1, files: 1 }

interface JobKind {
  readonly queue: QueueName
  readonly payload: z.ZodType
  /** Tries before the job is left to the reconciler. */
  readonly attempts: number
}

/** JOBS is every job by name: its queue, what it carries, how often it is tried. */
export const JOBS = {
  /** A lane has work: whoever takes this drains the lane's inbox in order. */
  'lane.drain': { queue: 'lanes', payload: z.object({ lane: z.int().positive() }), attempts: 3 },
  /** An incident changed: decide what that means for its ticket. */
  'ticket.ensure': {
    queue: 'tickets',
    payload: z.object({
      orgId: z.uuid(),
      incidentId: z.uuid(),
      cause: z.enum(['opened', 'escalated', 'resolved', 'unsuppressed', 'folded', 'unfolded']),
      outboxNo: z.string().regex(/^\d+$/),
    }),
    attempts: 8,
  },
  /** Something happened that may concern people: decide who is told and how. */
  'news.tell': {
    queue: 'news',
    payload: z.object({
      orgId: z.uuid(),
      outboxNo: z.string().regex(/^\d+$/),
      news: z.discriminatedUnion('about', [
        z.object({ about: z.literal('incident'), incidentId: z.uuid() }),
        z.object({ about: z.literal('order'), orderId: z.uuid(), eventId: z.uuid() }),
      ]),
    }),
    attempts: 8,
  },
  /** A message is due: send it. What fails is tried again as the message's own row says, not by the queue. */
  'delivery.send': { queue: 'deliveries', payload: z.object({ orgId: z.uuid(), deliveryId: z.uuid() }), attempts: 1 },
  /** A rule is to be tried on history, or limits to be learnt from it. */
  'backtest.run': { queue: 'heavy', payload: z.object({ orgId: z.uuid(), id: z.uuid() }), attempts: 3 },
  /** An attachment has arrived: find out what it is, and make pictures anew. */
  'attachment.check': { queue: 'files', payload: z.object({ orgId: z.uuid(), id: z.uuid() }), attempts: 3 },
} as const satisfies Record<string, JobKind>

export type JobName = keyof typeof JOBS
export type JobPayload<Name extends JobName> = z.infer<(typeof JOBS)[Name]['payload']>

/** isJobName tells whether a name read from a queue is in the catalog. */
export const isJobName = (name: string): name is JobName => Object.hasOwn(JOBS, name)
