import type { Message } from '#server/core/kernel/message.ts'
import type { Actor } from '#server/core/people/actor.ts'
import { connectionMessage } from '#server/core/sources/connection-sentences.ts'
import { unreadMessage } from '#server/core/sources/decode-sentences.ts'
import type { Heard, HeardMessage } from '#server/core/sources/heard.ts'
import { connectionState, listeningState, type ConnectionState, type ListeningState } from '#server/core/sources/trial.ts'
import { qualityOf, type Quality } from '#server/core/telemetry/quality.ts'
import { gatewayRuns } from '#server/modules/health/index.ts'
import { listeningOf, sourceTrial, type SourceTrial } from '#server/modules/sources/index.ts'
import { latestReadings, type LatestReading } from '#server/modules/telemetry/index.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'

/** ListeningView is how somebody's listening goes, and what was heard. */
export interface ListeningView {
  readonly state: ListeningState
  /** What is wrong, in words; null when nothing is. */
  readonly problem: string | null
  readonly problemText: Message | null
  readonly leftMs: number
  readonly heard: Heard
}

/** readListening shows how somebody's listening goes; see listeningOf. */
export async function readListening(actor: Actor, input: { readonly id: string }): Promise<ListeningView> {
  const row = await listeningOf(actor, input.id)
  const { problem, leftMs, heard } = row
  return { state: listeningState({ ...row, gatewayRuns: await gatewayRuns() }), problem, problemText: connectionMessage(problem), leftMs, heard }
}

/** TrialPoint is a point to which a source leads; latest is its newest reading once this source has brought one. */
export interface TrialPoint {
  readonly key: string
  /** Null when the site has no such point. */
  readonly point: { readonly name: string; readonly unit: string; readonly machine: string; readonly machineId: string } | null
  readonly latest: { readonly value: number; readonly quality: Quality; readonly ageMs: number } | null
}

/** WatchedMessage is a message that came in, with what was read off it and what could not be. */
export type WatchedMessage = Omit<HeardMessage, 'faults'> & { readonly faults: readonly { readonly detail: string; readonly text: Message | null }[] }

/** TrialView is how a source's settings prove themselves. */
export interface TrialView {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly siteId: string
  readonly enabled: boolean
  readonly demo: boolean
  readonly delivered: boolean
  readonly state: ConnectionState
  readonly problem: string | null
  readonly problemText: Message | null
  /** What came in lately and what was made of it; null when nobody watches. */
  readonly watch: { readonly leftMs: number; readonly total: number; readonly messages: readonly WatchedMessage[] } | null
  readonly points: readonly TrialPoint[]
  readonly rejects: SourceTrial['rejects']
}

/** readTrial shows how a source's settings prove themselves: connected or why not, what came in, each point's newest value, and what was rejected. */
export async function readTrial(actor: Actor, input: { readonly id: string }): Promise<TrialView> {
  const trial = await sourceTrial(actor, input.id)
  const { record, delivered, watch, rejects } = trial
  const fed = trial.points.filter((point) => point.fed).map((point) => point.no)
  const latest = await withTenant(actor.orgId, ({ exec }) => latestReadings(exec, fed))
  const { id, name, kind, siteId, enabled, demo, problem } = record
  const arrived = record.lastSeenAt !== null || rejects.length > 0
  return {
    id, name, kind, siteId, enabled, demo, delivered, problem, rejects, problemText: connectionMessage(problem),
    state: connectionState({ kind, enabled, problem, arrived, connected: record.connectedAt !== null, gatewayRuns: await gatewayRuns() }),
    watch: watch === null ? null : { leftMs: watch.leftMs, total: watch.heard.total, messages: watch.heard.messages.map(watched) },
    points: pointViews(trial, latest, now().getTime()),
  }
}

const watched = (message: HeardMessage): WatchedMessage => ({ ...message, faults: message.faults.map((detail) => ({ detail, text: unreadMessage(detail) })) })

function pointViews({ keys, points }: SourceTrial, latest: readonly LatestReading[], nowMs: number): TrialPoint[] {
  const byKey = new Map(points.map((point) => [point.key, point]))
  const newest = new Map(latest.map((reading) => [reading.pointNo, reading]))
  return [...new Set([...keys, ...byKey.keys()])].toSorted().map((key) => {
    const point = byKey.get(key)
    const reading = point === undefined ? undefined : newest.get(point.no)
    return {
      key,
      point: point === undefined ? null : { name: point.name, unit: point.unit, machine: point.machine, machineId: point.machineId },
      latest: reading === undefined ? null : { value: reading.value, quality: qualityOf(reading.quality), ageMs: Math.max(0, nowMs - reading.t) },
    }
  })
}
