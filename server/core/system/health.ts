/** Severity tells how much a health sentence matters: nothing to do, worth knowing, needs someone. */
export type Severity = 'ok' | 'notice' | 'bad'

/** HealthSentence is one finding about the system itself, as a message key with its figures; todo is a message key too. */
export interface HealthSentence {
  readonly key: string
  readonly params: Readonly<Record<string, string | number>>
  readonly severity: Severity
  readonly todo: string | null
}

/** HealthFacts is what the database tells about the system. Ages in ms, null when there is nothing that waits. */
export interface HealthFacts {
  readonly workers: number
  readonly gateways: number
  readonly inboxAgeMs: number | null
  readonly inboxCount: number
  readonly ticketAgeMs: number | null
  readonly rollUpAgeMs: number | null
  readonly deadLetters24h: number
  readonly partitionsAhead: number
  readonly clockSkewMs: number
  readonly diskFreeBytes: number
  readonly databaseBytes: number
}

const LATE_MS = 10_000
const BEHIND_MS = 60_000
const ROLL_UP_BEHIND_MS = 5 * 60_000
const CLOCK_SKEW_MS = 5000
const GIB = 1024 ** 3
const DISK_LOW = 5 * GIB
const DISK_CRITICAL = GIB

const age = (ms: number | null): Severity => (ms === null || ms < LATE_MS ? 'ok' : ms < BEHIND_MS ? 'notice' : 'bad')
const seconds = (ms: number | null): number => Math.round((ms ?? 0) / 1000)

const RANK: Readonly<Record<Severity, number>> = { bad: 0, notice: 1, ok: 2 }

/** worstFirst sorts sentences by how much they matter, and keeps the order among equals. */
export const worstFirst = (sentences: readonly HealthSentence[]): HealthSentence[] => sentences.toSorted((a, b) => RANK[a.severity] - RANK[b.severity])

/** judgeHealth puts the facts into sentences, worst first. */
export function judgeHealth(facts: HealthFacts): HealthSentence[] {
  const say = (name: string, severity: Severity, params: Record<string, string | number>): HealthSentence => ({
    key: `system.${name}.${severity}`, params, severity, todo: severity === 'ok' ? null : `system.${name}.todo`,
  })
  const disk: Severity = facts.diskFreeBytes < DISK_CRITICAL ? 'bad' : facts.diskFreeBytes < DISK_LOW ? 'notice' : 'ok'
  return worstFirst([
    say('worker', facts.workers > 0 ? 'ok' : 'bad', { count: facts.workers }),
    say('gateway', facts.gateways > 0 ? 'ok' : 'notice', { count: facts.gateways }),
    say('inbox', age(facts.inboxAgeMs), { seconds: seconds(facts.inboxAgeMs), count: facts.inboxCount }),
    say('tickets', age(facts.ticketAgeMs), { seconds: seconds(facts.ticketAgeMs) }),
    say('rollUp', (facts.rollUpAgeMs ?? 0) > ROLL_UP_BEHIND_MS ? 'notice' : 'ok', { seconds: seconds(facts.rollUpAgeMs) }),
    say('deadLetters', facts.deadLetters24h > 0 ? 'notice' : 'ok', { count: facts.deadLetters24h }),
    say('partitions', facts.partitionsAhead > 0 ? 'ok' : 'bad', { count: facts.partitionsAhead }),
    say('clock', Math.abs(facts.clockSkewMs) > CLOCK_SKEW_MS ? 'notice' : 'ok', { seconds: seconds(Math.abs(facts.clockSkewMs)) }),
    say('disk', disk, { freeGiB: Math.floor((facts.diskFreeBytes / GIB) * 10) / 10 }),
  ])
}
