import pg from 'pg'
import * as z from 'zod'
import { env } from './env.ts'
import type { Exec } from './db.ts'
import { log } from './log.ts'

const liveChange = z.object({
  entity: z.enum(['work-order', 'incident', 'asset', 'source', 'rule', 'backtest', 'readings', 'notification', 'roster', 'permit', 'handover']),
  id: z.string().optional(),
})

/** LiveChange tells browsers that something changed; they ask for the new state themselves. */
export type LiveChange = z.infer<typeof liveChange>

const CHANNEL = 'mw_live'
const RETRY_MS = 1000

type Listener = (change: LiveChange) => void
const store = globalThis as typeof globalThis & { __millwrightLive?: { listeners: Map<string, Set<Listener>>; started: boolean } }
const live = (store.__millwrightLive ??= { listeners: new Map(), started: false })

/** publishLive announces a change inside the transaction that makes it: browsers hear of it at commit, never before. */
export async function publishLive(exec: Exec, orgId: string, change: LiveChange): Promise<void> {
  await exec.query(`SELECT 1 FROM pg_notify($1, $2)`, [CHANNEL, JSON.stringify({ org: orgId, ...change })])
}

function dispatch(payload: string): void {
  const message = z.object({ org: z.string() }).and(liveChange).safeParse(JSON.parse(payload))
  if (!message.success) return
  const { org, ...change } = message.data
  for (const listener of live.listeners.get(org) ?? []) listener(change)
}

function connect(): void {
  const client = new pg.Client({ connectionString: env().MW_SYSTEM_URL, keepAlive: true })
  let ended = false
  const again = (error?: Error) => {
    if (ended) return
    ended = true
    if (error) log.warn({ error: error.message }, 'live connection lost, reconnecting')
    client.end().catch((closing: unknown) => log.debug({ error: String(closing) }, 'a broken live connection could not be closed'))
    setTimeout(connect, RETRY_MS).unref()
  }
  client.on('error', again)
  client.on('end', () => again())
  client.on('notification', (notice) => notice.payload && dispatch(notice.payload))
  client.connect().then(() => client.query(`LISTEN ${CHANNEL}`)).catch(again)
}

/** subscribeLive yields the organization's changes until the signal aborts; one database connection serves the whole process. */
export async function* subscribeLive(orgId: string, signal: AbortSignal): AsyncGenerator<LiveChange> {
  if (!live.started) {
    live.started = true
    connect()
  }
  const queue: LiveChange[] = []
  let wake: (() => void) | undefined
  const listener: Listener = (change) => {
    // A slow browser gets one notice of a kind, not a backlog.
    if (!queue.some((waiting) => waiting.entity === change.entity && waiting.id === change.id)) queue.push(change)
    wake?.()
  }
  const listeners = live.listeners.get(orgId) ?? new Set()
  live.listeners.set(orgId, listeners.add(listener))
  const stop = () => wake?.()
  signal.addEventListener('abort', stop)
  try {
    while (!signal.aborted) {
      const next = queue.shift()
      if (next) yield next
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    signal.removeEventListener('abort', stop)
    listeners.delete(listener)
    if (listeners.size === 0) live.listeners.delete(orgId)
  }
}
