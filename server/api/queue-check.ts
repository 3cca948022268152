import { setTimeout as delay } from 'node:timers/promises'
import { SECOND_MS } from '#server/core/kernel/time.ts'
import { log } from '#server/platform/log.ts'
import { queueDepth } from '#server/queue/client.ts'

const PATIENCE_MS = 2 * SECOND_MS

/** isQueueReachable asks the queue for its depth and waits at most 2 s for an answer. */
export async function isQueueReachable(): Promise<boolean> {
  const stop = new AbortController()
  try {
    const asked = queueDepth('lanes').then(() => true)
    return await Promise.race([asked, delay(PATIENCE_MS, false, { signal: stop.signal })])
  } catch (error) {
    log.warn({ err: error }, 'the queue does not answer')
    return false
  } finally {
    stop.abort()
  }
}
