import type { Heard } from './heard.ts'
import type { SourceSettings } from './settings.ts'
import { levelsNeeded } from './topic.ts'

/** ConnectionFacts is what is known of a source's connection; arrived is whether anything ever came in its name. */
export interface ConnectionFacts {
  readonly kind: string
  readonly enabled: boolean
  readonly gatewayRuns: boolean
  readonly connected: boolean
  readonly problem: string | null
  readonly arrived: boolean
}

/** ConnectionState is how a source is connected, in one word: starting means that the gateway has not spoken yet; waits and receives are about whoever pushes over HTTP. */
export type ConnectionState = 'off' | 'no-gateway' | 'starting' | 'problem' | 'connected' | 'waits' | 'receives'

/** connectionState tells how a source is connected. Without a gateway, what it said last no longer counts. */
export function connectionState({ kind, enabled, gatewayRuns, connected, problem, arrived }: ConnectionFacts): ConnectionState {
  if (!enabled) return 'off'
  if (kind === 'http') return arrived ? 'receives' : 'waits'
  if (!gatewayRuns) return 'no-gateway'
  if (problem !== null) return 'problem'
  return connected ? 'connected' : 'starting'
}

/** ListeningFacts is what is known of somebody's listening; leftMs is how long it goes on yet. */
export type ListeningFacts = Pick<ConnectionFacts, 'gatewayRuns' | 'connected' | 'problem'> & { readonly leftMs: number }

/** ListeningState is how listening goes, in one word. */
export type ListeningState = 'over' | 'no-gateway' | 'starting' | 'problem' | 'listens'

/** listeningState tells how listening goes. */
export function listeningState({ leftMs, gatewayRuns, connected, problem }: ListeningFacts): ListeningState {
  if (leftMs <= 0) return 'over'
  if (!gatewayRuns) return 'no-gateway'
  if (problem !== null) return 'problem'
  return connected ? 'listens' : 'starting'
}

/** mappedKeys lists the keys of points to which settings lead: those written out, and those that messages filled in. */
export function mappedKeys(settings: SourceSettings | null, heard: Heard): readonly string[] {
  const written = settings?.kind === 'mqtt' ? settings.config.mappings.flatMap((mapping) => mapping.values.map((value) => value.point)) : []
  const read = heard.messages.flatMap((message) => message.readings.map((reading) => reading.point))
  return [...new Set([...written.filter((key) => levelsNeeded(key) === 0), ...read])].toSorted()
}
