import { AppError } from '#server/core/kernel/errors.ts'
import { workFacts } from '#server/modules/health/index.ts'
import { metricsText, setGauge } from '#server/platform/metrics.ts'
import { isLoopback } from '#server/platform/peer.ts'
import { withRequest } from '#server/platform/request.ts'
import { authenticate } from './v1/http.ts'
import { problemOf } from './v1/problem.ts'

async function gather(): Promise<void> {
  const facts = await workFacts()
  setGauge('millwright_inbox_waiting_batches', 'Batches accepted and not yet judged', facts.inboxWaiting)
  setGauge('millwright_inbox_oldest_seconds', 'Age of the oldest batch not yet judged', facts.inboxOldestSeconds)
  setGauge('millwright_outbox_waiting_messages', 'Messages whose work is not done', facts.outboxWaiting)
  setGauge('millwright_outbox_oldest_seconds', 'Age of the oldest message whose work is not done', facts.outboxOldestSeconds)
  setGauge('millwright_dead_letters', 'Jobs given up for good', facts.deadLetters)
  setGauge('millwright_readings_accepted', 'Readings stored since the sources were made', facts.accepted)
  setGauge('millwright_readings_rejected', 'Readings refused since the sources were made', facts.rejected)
  setGauge('millwright_sources', 'Sources that have a lane', facts.sources)
}

// The socket's address decides, never a header that a client could write; without it a key is needed.
async function requireAccess(headers: Headers): Promise<void> {
  if (isLoopback(headers)) return
  const actor = await authenticate(headers)
  if (!actor.scopes.includes('read')) throw new AppError('forbidden', 'This key was not made for "read". Make one that is.')
}

/** handleMetrics shows the installation's figures in Prometheus' form: on this machine, or with a key that may read. */
export const handleMetrics = (request: Request): Promise<Response> =>
  withRequest(async () => {
    try {
      await requireAccess(request.headers)
      await gather()
      const { text, contentType } = await metricsText()
      return new Response(text, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } })
    } catch (error) {
      return problemOf(error, '/api/metrics')
    }
  })
