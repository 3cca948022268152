import { notFound } from '#server/core/kernel/errors.ts'
import type { Message } from '#server/core/kernel/message.ts'
import { can, requirePermission, siteScope, type Actor } from '#server/core/people/actor.ts'
import { NOTHING_HEARD } from '#server/core/sources/heard.ts'
import { sourceSettings, type SourceSettings } from '#server/core/sources/settings.ts'
import { mappedKeys } from '#server/core/sources/trial.ts'
import { unpackWaiting } from '#server/core/telemetry/waiting.ts'
import { hasDelivered } from './edit.repo.ts'
import { rejectMessage } from './reject-message.ts'
import { requireEdit } from './editable.ts'
import { findWatch, type SamplingRow } from './sampling.repo.ts'
import { findRecord, pointsOf, pointsOfSource, rejectsSince, sitesOf, type FedPoint, type MappablePoint, type SinceReject, type SitePlace, type SourceRecord } from './setup.repo.ts'
import { inTenant } from './sources.repo.ts'

/** SourceSetup is a source as its form shows it; settings is null when what is stored does not fit the schema of its kind. */
export interface SourceSetup {
  readonly id: string
  readonly siteId: string
  readonly siteName: string
  readonly name: string
  readonly kind: string
  readonly settings: SourceSettings | null
  readonly version: number
  readonly enabled: boolean
  readonly demo: boolean
  /** True when readings name it as where they came from: then it cannot be removed. */
  readonly delivered: boolean
}

/** getSource reads a source with its settings, for whoever may change them. */
export const getSource = (actor: Actor, input: { readonly id: string }): Promise<SourceSetup> =>
  inTenant(actor.orgId, async (exec) => {
    const { id, siteId, siteName, name, kind, config, version, enabled, demo } = requireEdit(actor, await findRecord(exec, actor.orgId, input.id))
    const settings = sourceSettings.safeParse({ kind, config }).data ?? null
    return { id, siteId, siteName, name, kind, settings, version, enabled, demo, delivered: await hasDelivered(exec, actor.orgId, id) }
  })

/** sourcePlaces lists the sites at which the actor may add sources. */
export const sourcePlaces = (actor: Actor): Promise<SitePlace[]> => inTenant(actor.orgId, (exec) => sitesOf(exec, actor.orgId, siteScope(actor, 'source.edit')))

/** mappablePoints lists the points of a site to which a source's values can be led. */
export async function mappablePoints(actor: Actor, input: { readonly siteId: string }): Promise<MappablePoint[]> {
  if (!can(actor, 'source.read', input.siteId)) throw notFound('This site')
  requirePermission(actor, 'source.edit', input.siteId)
  return inTenant(actor.orgId, (exec) => pointsOf(exec, actor.orgId, input.siteId))
}

/** SourceTrial is how a source's settings prove themselves: its record, what is watched, the points it feeds or should, and what was rejected. */
export interface SourceTrial {
  readonly record: SourceRecord
  readonly delivered: boolean
  readonly watch: SamplingRow | null
  /** Keys of points to which the settings lead, whether there is such a point or not. */
  readonly keys: readonly string[]
  /** Those and whatever else it feeds; fed is whether this source has brought a reading of it. */
  readonly points: readonly (FedPoint & { readonly fed: boolean })[]
  readonly rejects: readonly (SinceReject & { readonly text: Message | null })[]
}

/** sourceTrial reads how a source's settings prove themselves, for whoever may change them. */
export const sourceTrial = (actor: Actor, id: string): Promise<SourceTrial> =>
  inTenant(actor.orgId, async (exec) => {
    const record = requireEdit(actor, await findRecord(exec, actor.orgId, id))
    const watch = (await findWatch(exec, actor.orgId, id)) ?? null
    const heard = watch?.heard ?? NOTHING_HEARD
    const keys = mappedKeys(sourceSettings.safeParse(record).data ?? null, heard)
    // A reading counts as its source's once it was judged; the newest ones are not yet, and bad ones never are.
    const waiting = new Set(unpackWaiting(record.waiting).map((reading) => reading.pointNo))
    const read = new Set(mappedKeys(null, heard))
    const points = (await pointsOfSource(exec, actor.orgId, record, keys, [...waiting]))
      .map((point) => ({ ...point, fed: point.sourceId === id || waiting.has(point.no) || read.has(point.key) }))
    const rejects = (await rejectsSince(exec, actor.orgId, id)).map((reject) => ({ ...reject, text: rejectMessage(reject.detail) }))
    return { record, delivered: await hasDelivered(exec, actor.orgId, id), watch, keys, points, rejects }
  })
