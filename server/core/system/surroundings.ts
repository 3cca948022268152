import { faultMessage } from '../telemetry/fault-sentences.ts'
import { DAY_MS, MINUTE_MS } from '../kernel/time.ts'
import type { HealthSentence, Severity } from './health.ts'

/** Surroundings is what one organization's system depends on: the queue and its sources. Ages in ms, null when a source never sent. */
export interface Surroundings {
  readonly queueReachable: boolean
  /** Whether this installation can tell people by mail. */
  readonly mailSetUp: boolean
  readonly sources: readonly { readonly name: string; readonly clock: 'live' | 'replay'; readonly silentMs: number | null }[]
  readonly notices: readonly { readonly kind: string; readonly subject: string; readonly detail: string }[]
}

/** SILENT_MS is how long a live source may say nothing before people are told: ten minutes. */
const SILENT_MS = 10 * MINUTE_MS

const say = (name: string, severity: Severity, params: HealthSentence['params'] = {}): HealthSentence => ({
  key: `system.${name}.${severity}`, params, severity, todo: severity === 'ok' ? null : `system.${name}.todo`,
})

/** isSilent tells whether a source should have been heard of by now: a recording that was played to its end may be silent. */
export const isSilent = (clock: 'live' | 'replay', silentMs: number | null): boolean => silentMs !== null && clock === 'live' && silentMs >= SILENT_MS

const sourceSentence = ({ name, clock, silentMs }: Surroundings['sources'][number]): HealthSentence | null => {
  if (silentMs === null) return say('sourceNever', 'notice', { name })
  if (!isSilent(clock, silentMs)) return null
  const [per, size] = silentMs < 2 * DAY_MS ? ['minute', MINUTE_MS] as const : ['day', DAY_MS] as const
  return say('sourceSilent', 'notice', { name, amount: Math.floor(silentMs / size), per })
}

/** A clock that runs ahead is told by how much; a notice of another kind in its own words. */
function noticeSentence({ kind, subject, detail }: Surroundings['notices'][number]): HealthSentence {
  if (kind === 'endpoint') return say('endpoint', 'notice', { subject, detail })
  const found = kind === 'source-clock' ? faultMessage(detail) : null
  return found === null ? say('other', 'notice', { subject, detail }) : say('sourceClock', 'notice', { subject, seconds: Number(found.params['ahead']), most: Number(found.params['most']) })
}

/** judgeSurroundings says how the queue, the mail and the sources do; what is well is said too. Notices of other kinds are told in their own words. */
export function judgeSurroundings({ queueReachable, mailSetUp, sources, notices }: Surroundings): HealthSentence[] {
  const silent = sources.map(sourceSentence).filter((sentence) => sentence !== null)
  return [
    say('queue', queueReachable ? 'ok' : 'bad'),
    // A plant may do without mail: that is said, and is no fault.
    say(mailSetUp ? 'mail' : 'noMail', 'ok'),
    ...(sources.length === 0 ? [say('noSources', 'notice')] : silent.length === 0 ? [say('sources', 'ok', { count: sources.length })] : silent),
    ...notices.map(noticeSentence),
  ]
}
