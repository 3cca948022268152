import { isSilent } from '#server/core/system/surroundings.ts'
import type { Message } from '#server/core/kernel/message.ts'
import type { Outputs } from '../../../_lib/trpc/types.ts'
import type { QuietStatus } from '../../../_ui/status-mark.tsx'

/** Source is whatever delivers readings, as the server describes it. */
export type Source = Outputs['sources']['list'][number]

/** SourceState is how a source does, in one word of the messages. */
export type SourceState = 'live' | 'silent' | 'ended' | 'never' | 'off'

const MARKS: Readonly<Record<SourceState, QuietStatus>> = { live: 'operating', silent: 'offline', ended: 'standby', never: 'unknown', off: 'stopped' }

/** LONG_MS is how long a recording may pause before it counts as played to its end: a minute. */
const LONG_MS = 60_000

/** stateOf tells how a source does at a moment (epoch ms): silence of a live one is worth a word, that of a played recording is its end. */
export function stateOf(source: Pick<Source, 'enabled' | 'clock' | 'lastSeenAt'>, now: number): SourceState {
  if (!source.enabled) return 'off'
  if (source.lastSeenAt === null) return 'never'
  const silentMs = now - Date.parse(source.lastSeenAt)
  if (isSilent(source.clock, silentMs)) return 'silent'
  return source.clock === 'replay' && silentMs > LONG_MS ? 'ended' : 'live'
}

/** markOf is the grey shape of a state. */
export const markOf = (state: SourceState): QuietStatus => MARKS[state]

const RANK: readonly SourceState[] = ['silent', 'never', 'live', 'ended', 'off']

/** inOrder puts the sources that need a look first, those switched off last, and keeps the order among equals. */
export const inOrder = (sources: readonly Source[], now: number): readonly Source[] =>
  sources.toSorted((a, b) => RANK.indexOf(stateOf(a, now)) - RANK.indexOf(stateOf(b, now)))

/** totalRate is the readings a minute of all sources. */
export const totalRate = (sources: readonly Source[]): number => sources.reduce((sum, source) => sum + source.ratePerMin, 0)

/** creditsOf lists whose recorded data a source brings, each once. */
export const creditsOf = (source: Pick<Source, 'machines'>): readonly { readonly credit: string; readonly creditText: Message | null }[] =>
  source.machines.flatMap(({ credit, creditText }, index) =>
    credit === null || source.machines.findIndex((machine) => machine.credit === credit) !== index ? [] : [{ credit, creditText }])

/** rejectsOf is how many readings of the last days were rejected. */
export const rejectsOf = (source: Source): number => source.recentRejects.reduce((sum, reject) => sum + reject.count, 0)
