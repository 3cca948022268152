import type { ConnectorSource } from '#server/modules/sources/index.ts'
import { createBatcher, pause, type Send } from './batcher.ts'
import type { Connector, Decoded, RawMessage } from './connector.ts'
import { createReporter, type Report } from './reporter.ts'
import type { SecretReader } from './secrets.ts'

/** SourceDeps is what running a source needs from outside: where batches go, where its state is reported, its organization's secrets, and who watches. */
export interface SourceDeps {
  readonly send: (source: ConnectorSource) => Send
  readonly report: Report
  readonly secretsOf: (organization: string) => SecretReader
  readonly heard: (sourceId: string, message: RawMessage, decoded: Decoded) => void
}

const DRAIN_MS = 5000
const RESTART_MS = 10_000

/** runSource runs a source's connector until the signal aborts. Whatever goes wrong is told on the source and tried again. */
export async function runSource(connector: Connector<unknown>, source: ConnectorSource, deps: SourceDeps, signal: AbortSignal): Promise<void> {
  const reporter = createReporter(source, deps.report)
  const config = connector.config.safeParse(source.config)
  if (!config.success) {
    reporter.status(`The settings are not usable: ${config.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`)
    await reporter.close()
    return
  }
  // Sending outlives listening: what was taken in is stored before the connection ends.
  const sending = new AbortController()
  const batcher = createBatcher(deps.send(source), { signal: sending.signal, onProblem: reporter.status })
  const drained = async (): Promise<void> => {
    const timer = setTimeout(() => sending.abort(), DRAIN_MS)
    await batcher.drain()
    clearTimeout(timer)
  }
  while (!signal.aborted) {
    try {
      await connector.start({
        sourceId: source.sourceId, config: config.data, signal, emit: (delivery) => batcher.add(delivery),
        reject: reporter.reject, status: reporter.status, secret: deps.secretsOf(source.orgSlug), drained,
        heard: (message, decoded) => deps.heard(source.sourceId, message, decoded),
      })
    } catch (error) {
      reporter.status(error instanceof Error ? error.message : String(error))
      await pause(RESTART_MS, signal)
    }
  }
  sending.abort()
  await reporter.close()
}
