import pg from 'pg'
import { Redis } from 'ioredis'
import { createPostgresBackend, Queue, runMigrations, Worker, type Job, type PostgresConnectionOptions, type WorkerOptions } from 'bullmq'
import { env } from '../platform/env.ts'
import { log } from '../platform/log.ts'
import { QUEUES, type QueueName } from './catalog.ts'

/** QUEUE_SCHEMA is where the queue's tables live on PostgreSQL: the library's own default, which a shared pool must use. */
const QUEUE_SCHEMA = 'bullmq'
/** Each worker pins one connection for LISTEN; this many more serve everything else. */
const SPARE_CONNECTIONS = 6

const store = globalThis as typeof globalThis & { __millwrightQueuePool?: pg.Pool }

/** queuePool is the one pool that every queue object of this process shares on PostgreSQL. */
function queuePool(): PostgresConnectionOptions {
  if (!store.__millwrightQueuePool) {
    store.__millwrightQueuePool = new pg.Pool({
      connectionString: env().MW_SYSTEM_URL,
      max: QUEUES.length + SPARE_CONNECTIONS,
      // The queue is transport: a job lost in a crash of the database is rung for again, one that comes twice changes nothing.
      options: `-c search_path=${QUEUE_SCHEMA} -c synchronous_commit=off`,
      keepAlive: true,
    })
    store.__millwrightQueuePool.on('error', (error) => log.warn({ error: error.message }, 'queue connection lost'))
  }
  // The library names a pool by its own structural type, which a pg.Pool satisfies at run time.
  return store.__millwrightQueuePool as unknown as PostgresConnectionOptions
}

/** openQueue opens a queue on Redis when REDIS_URL is set and on PostgreSQL otherwise. */
export function openQueue(name: QueueName): Queue {
  const redis = env().REDIS_URL
  const queue = redis
    ? (new Queue(name, { connection: redisOptions(redis, false) }))
    : (new Queue(name, { connection: queuePool() }, createPostgresBackend) as unknown as Queue)
  queue.on('error', (error) => log.warn({ queue: name, error: error.message }, 'queue error'))
  return queue
}

/** openWorker takes jobs from a queue on the same backend that openQueue chose. */
export function openWorker(name: QueueName, handle: (job: Job) => Promise<void>, options: Omit<WorkerOptions, 'connection'>): Worker {
  const redis = env().REDIS_URL
  const worker = redis
    ? (new Worker(name, handle, { ...options, connection: redisOptions(redis, true) }) as Worker)
    : (new Worker(name, handle, { ...options, connection: queuePool() }, createPostgresBackend) as unknown as Worker)
  worker.on('error', (error) => log.warn({ queue: name, error: error.message }, 'queue worker error'))
  return worker
}

/**
 * prepareQueue makes the queue's tables on PostgreSQL as mw_owner and lets mw_system work in them, or checks that Redis
 * will not lose or evict jobs. Run it once at start, before any other process opens a queue.
 */
export async function prepareQueue(): Promise<void> {
  const { REDIS_URL: redis, MW_OWNER_URL: owner } = env()
  if (redis) return checkRedis(redis)
  if (!owner) throw new Error('MW_OWNER_URL is not set: the queue tables are made by the role that owns the database.')
  const pool = new pg.Pool({ connectionString: owner, max: 2, options: `-c search_path=${QUEUE_SCHEMA}` })
  try {
    const client = await pool.connect()
    try {
      await runMigrations(client, QUEUE_SCHEMA)
      await client.query(`GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO mw_system`)
      for (const kind of ['TABLES', 'SEQUENCES', 'FUNCTIONS'])
        await client.query(`GRANT ALL ON ALL ${kind} IN SCHEMA ${QUEUE_SCHEMA} TO mw_system`)
    } finally {
      client.release()
    }
  } finally {
    await pool.end()
  }
}

async function checkRedis(url: string): Promise<void> {
  const client = new Redis(url, { maxRetriesPerRequest: 1, lazyConnect: true })
  let reason = 'it does not answer'
  client.on('error', (error: Error) => { reason = error.message })
  try {
    // The library's own rejection says only that the connection is closed.
    await client.connect().catch(() => { throw new Error(`Redis at ${new URL(url).host} does not let Millwright in (${reason}).`) })
    const policy = ((await client.config('GET', 'maxmemory-policy')) as string[])[1]
    const aof = ((await client.config('GET', 'appendonly')) as string[])[1]
    if (policy !== 'noeviction') throw new Error(`Redis must not evict jobs: set maxmemory-policy to noeviction (it is ${policy}).`)
    if (aof !== 'yes') throw new Error('Redis must keep jobs over a restart: set appendonly to yes.')
  } finally {
    client.disconnect()
  }
}

const redisOptions = (url: string, blocking: boolean) => ({
  url,
  ...(blocking ? { maxRetriesPerRequest: null } : { maxRetriesPerRequest: 3 }),
})

/** closeQueueConnections ends the shared PostgreSQL pool of this process. */
export async function closeQueueConnections(): Promise<void> {
  await store.__millwrightQueuePool?.end()
  delete store.__millwrightQueuePool
}
