import type { ConnectorSource } from '#server/modules/sources/index.ts'
import { pause } from './batcher.ts'
import type { Connector } from './connector.ts'
import { runSource, type SourceDeps } from './run-source.ts'

interface Running {
  readonly fingerprint: string
  readonly stop: AbortController
  readonly done: Promise<void>
}

/** SupervisorDeps adds to what a source needs: which sources there should be, and how to hear that this could not be asked. */
export interface SupervisorDeps extends SourceDeps {
  readonly connectors: ReadonlyMap<string, Connector<unknown>>
  readonly wanted: () => Promise<readonly ConnectorSource[]>
  readonly onError: (error: unknown) => void
  readonly everyMs: number
}

/** supervise keeps one connector running per wanted source and follows changes of the list and of settings; it resolves when the signal has ended all of them. */
export async function supervise(deps: SupervisorDeps, signal: AbortSignal): Promise<void> {
  const running = new Map<string, Running>()
  const end = async (sourceId: string, source: Running): Promise<void> => {
    running.delete(sourceId)
    source.stop.abort()
    await source.done
  }
  while (!signal.aborted) {
    try {
      const wanted = new Map((await deps.wanted()).map((source) => [source.sourceId, source]))
      for (const [sourceId, source] of [...running]) {
        if (JSON.stringify(wanted.get(sourceId)) !== source.fingerprint) await end(sourceId, source)
      }
      for (const [sourceId, source] of wanted) {
        const connector = deps.connectors.get(source.kind)
        if (!connector || running.has(sourceId) || signal.aborted) continue
        const stop = new AbortController()
        running.set(sourceId, { fingerprint: JSON.stringify(source), stop, done: runSource(connector, source, deps, stop.signal) })
      }
    } catch (error) {
      deps.onError(error)
    }
    await pause(deps.everyMs, signal)
  }
  await Promise.all([...running].map(([sourceId, source]) => end(sourceId, source)))
}
