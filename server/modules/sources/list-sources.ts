import { readMessage, type Message } from '#server/core/kernel/message.ts'
import { can, siteScope, type Actor } from '#server/core/people/actor.ts'
import { connectionMessage } from '#server/core/sources/connection-sentences.ts'
import { rejectMessage } from './reject-message.ts'
import { arrivalsByMinute, inTenant, machinesFed, recentRejects, sourcesOf, type FedMachine, type RejectReason, type SourceRow } from './sources.repo.ts'

/** SourceView is a source as the sources page shows it. `perMinute` holds 60 counts, oldest first; `replayedUntil` is set for recorded data. */
export interface SourceView {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly clock: 'live' | 'replay'
  readonly siteId: string
  readonly lastSeenAt: string | null
  readonly ratePerMin: number
  readonly accepted: number
  readonly rejected: number
  readonly recentRejects: readonly { readonly code: string; readonly detail: string; readonly text: Message | null; readonly count: number; readonly lastAt: string }[]
  readonly perMinute: readonly number[]
  readonly enabled: boolean
  readonly demo: boolean
  readonly replayedUntil: string | null
  /** What is wrong, in words; null when nothing is known to be. */
  readonly note: string | null
  readonly noteText: Message | null
  /** The machines it feeds, with how many of their points, and whose recorded data they show. */
  readonly machines: readonly (Omit<FedMachine, 'sourceId' | 'creditText'> & { readonly creditText: Message | null })[]
  /** What this person may do with it. */
  readonly allowed: { readonly edit: boolean }
}

const MINUTES = 60
// The rate is the mean of the last whole minutes: the one under way would always look low.
const RATE_MINUTES = 5

/** listSources lists the sources of the actor's sites with when they were last seen, their rate and what was rejected. */
export async function listSources(actor: Actor): Promise<SourceView[]> {
  const { orgId } = actor
  const scope = siteScope(actor, 'source.read')
  return inTenant(orgId, async (exec) => {
    const sources = await sourcesOf(exec, orgId, scope)
    const arrivals = await arrivalsByMinute(exec, orgId)
    const ids = sources.map((source) => source.id)
    const rejects = await recentRejects(exec, orgId, ids)
    const machines = await machinesFed(exec, orgId, ids)
    return sources.map((source) => {
      const perMinute = new Array<number>(MINUTES).fill(0)
      for (const { sourceId, ago, count } of arrivals) if (sourceId === source.id && ago < MINUTES) perMinute[MINUTES - 1 - ago] = count
      const own = <Row extends { readonly sourceId: string }>(rows: readonly Row[]): Row[] => rows.filter((row) => row.sourceId === source.id)
      return viewOf(actor, source, perMinute, own(rejects), own(machines))
    })
  })
}

function viewOf(actor: Actor, source: SourceRow, perMinute: readonly number[], rejects: readonly RejectReason[], machines: readonly FedMachine[]): SourceView {
  const whole = perMinute.slice(-1 - RATE_MINUTES, -1)
  return {
    id: source.id,
    name: source.name,
    kind: source.kind,
    clock: source.clock,
    siteId: source.siteId,
    lastSeenAt: source.lastSeenAt?.toISOString() ?? null,
    ratePerMin: whole.reduce((sum, count) => sum + count, 0) / whole.length,
    accepted: Number(source.accepted),
    rejected: Number(source.rejected),
    recentRejects: rejects.map(({ code, detail, count, lastAt }) => ({ code, detail, text: rejectMessage(detail), count, lastAt: lastAt.toISOString() })),
    perMinute,
    enabled: source.enabled,
    demo: source.demo,
    replayedUntil: source.clock === 'replay' ? (source.watermark?.toISOString() ?? null) : null,
    note: source.lastError,
    noteText: connectionMessage(source.lastError),
    machines: machines.map(({ id, tag, name, credit, creditText, points }) => ({ id, tag, name, credit, creditText: readMessage(creditText), points })),
    allowed: { edit: can(actor, 'source.edit', source.siteId) },
  }
}
