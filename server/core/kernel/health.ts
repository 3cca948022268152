/** Severity says whether a sentence about the system's health needs somebody. */
export type Severity = 'ok' | 'notice' | 'bad'

/** HealthSentence is one thing that is well or not: a message key with its parameters, and what to do about it. */
export interface HealthSentence {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
  readonly severity: Severity
  readonly todo: string | null
}

/** HealthInput is what is known of an organization's sources and lanes; ages in seconds, null when never. */
export interface HealthInput {
  readonly queueReachable: boolean
  readonly sources: readonly { readonly name: string; readonly silentSeconds: number | null }[]
  readonly waiting: readonly { readonly site: string; readonly seconds: number }[]
  readonly notices: readonly { readonly kind: string; readonly subject: string; readonly detail: string }[]
  readonly unticketed: number
}

// A lane that is this far behind refuses new readings (429), so people hear of it before.
const BEHIND_S = 30
const SILENT_S = 10 * 60

const sentence = (key: string, severity: Severity, params: HealthSentence['params'] = {}): HealthSentence => ({
  key,
  params,
  severity,
  todo: severity === 'ok' ? null : `${key}.todo`,
})

const sourceSentence = ({ name, silentSeconds }: HealthInput['sources'][number]): HealthSentence | null => {
  if (silentSeconds === null) return sentence('health.source.never', 'notice', { name })
  if (silentSeconds < SILENT_S) return null
  return sentence('health.source.silent', 'notice', { name, minutes: Math.floor(silentSeconds / 60) })
}

/** describeHealth says in sentences how the installation does, worst first; what is well is said too. */
export function describeHealth(input: HealthInput): { status: 'ready' | 'degraded'; sentences: HealthSentence[] } {
  const behind = input.waiting.filter(({ seconds }) => seconds >= BEHIND_S)
  const silent = input.sources.map(sourceSentence).filter((each) => each !== null)
  const sentences = [
    sentence('health.database', 'ok'),
    input.queueReachable ? sentence('health.queue', 'ok') : sentence('health.queue.down', 'bad'),
    ...(behind.length === 0 ? [sentence('health.judging', 'ok')] : behind.map(({ site, seconds }) => sentence('health.judging.behind', 'bad', { site, seconds: Math.round(seconds) }))),
    ...(input.unticketed === 0 ? [sentence('health.tickets', 'ok')] : [sentence('health.tickets.behind', 'bad', { count: input.unticketed })]),
    ...(silent.length === 0 && input.sources.length > 0 ? [sentence('health.sources', 'ok', { count: input.sources.length })] : silent),
    ...input.notices.map(({ kind, subject, detail }) => sentence(`health.notice.${kind}`, 'notice', { subject, detail })),
  ]
  const rank: Readonly<Record<Severity, number>> = { bad: 0, notice: 1, ok: 2 }
  sentences.sort((a, b) => rank[a.severity] - rank[b.severity])
  return { status: sentences.some(({ severity }) => severity === 'bad') ? 'degraded' : 'ready', sentences }
}
