import { failureModeView, type FailureModeView } from '#server/core/assets/failure-mode.ts'
import { limitsOf, nearestLimit, type PointLimit } from '#server/core/assets/point-limit.ts'
import { assetStatus, isFresh, type AssetStatus } from '#server/core/assets/status.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import type { Permission } from '#server/core/people/permissions.ts'
import { qualityOf, type Quality } from '#server/core/telemetry/quality.ts'
import { UNFINISHED } from '#server/core/work-orders/enums.ts'
import { readAsset, type AssetRecord, type PointRule } from '#server/modules/assets/index.ts'
import { latestReadings, type LatestReading } from '#server/modules/telemetry/index.ts'
import { handsOn, listOrders, type WorkOrderRow } from '#server/modules/work-orders/index.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'
import { quietOf, type AssetQuiet } from './asset-quiet.ts'

/** PointView is a point as the asset's page shows it; ts is ISO, ageMs the time since, limit the one that is met first. */
export interface PointView {
  readonly id: string
  readonly no: number
  readonly key: string
  readonly code: string
  readonly name: string
  readonly quantity: string
  readonly unit: string
  readonly axis: string | null
  readonly latest: { readonly ts: string; readonly value: number; readonly quality: Quality; readonly ageMs: number; readonly fresh: boolean } | null
  readonly limit: PointLimit | null
  readonly rules: readonly { readonly id: string; readonly name: string }[]
  /** True when its data is a recording that is replayed. */
  readonly replayed: boolean
}

/** AssetPage is everything the asset's page needs in one answer; times are ISO. */
export interface AssetPage {
  readonly asset: {
    readonly id: string
    readonly siteId: string
    readonly tag: string
    readonly name: string
    readonly level: string
    readonly criticality: string
    readonly description: string | null
    readonly credit: string | null
    readonly nameplate: Readonly<Record<string, string>>
    readonly outOfUse: boolean
    readonly status: AssetStatus
    readonly priority: number | null
  }
  readonly path: readonly { readonly id: string; readonly tag: string; readonly name: string }[]
  readonly class: {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly failureModes: readonly FailureModeView[]
  } | null
  readonly equipment: { readonly id: string; readonly serial: string; readonly manufacturer: string | null; readonly model: string | null; readonly installedAt: string } | null
  readonly points: readonly PointView[]
  readonly openOrders: readonly WorkOrderRow[]
  readonly incidents: readonly {
    readonly id: string
    readonly priority: number
    readonly state: string
    readonly openedAt: string
    readonly resolvedAt: string | null
    readonly failureMode: string | null
    readonly suppressed: boolean
    /** Shelved, out of service or suppressed by design: it calls nobody. */
    readonly held: string | null
    /** Found in what an edge sent after it was offline. */
    readonly happenedOffline: boolean
    readonly value: number
    readonly limit: number
    readonly rule: { readonly id: string; readonly name: string }
  }[]
  readonly quiet: AssetQuiet
}

/** assetPage reads a position with what its points read now and its unfinished orders; 'not-found' when it is not the actor's to see. */
export async function assetPage(actor: Actor, input: { readonly id: string }): Promise<AssetPage> {
  const at = now()
  const { record, latest, work } = await withTenant(actor.orgId, async (tx) => {
    const found = await readAsset(tx, actor, input.id, at)
    const may = (permission: Permission): boolean => can(actor, permission, found.asset.siteId)
    return {
      record: found,
      work: may('work-order.read') ? await handsOn(tx, found.partOf) : [],
      latest: may('telemetry.read') ? await latestReadings(tx.exec, found.asset.points.map((point) => point.no)) : [],
    }
  })
  const orders = can(actor, 'work-order.read', record.asset.siteId) ? await listOrders(actor, { assetId: input.id, status: [...UNFINISHED, 'completed', 'verified'] }) : null
  return {
    ...aboutAsset(record, latest, at), points: pointViews(record, latest, at.getTime()), openOrders: orders?.items ?? [], quiet: quietOf(actor, record, work),
  }
}

function pointViews({ asset, rules, sources }: AssetRecord, latest: readonly LatestReading[], nowMs: number): PointView[] {
  const newest = new Map(latest.map((reading) => [reading.pointNo, reading]))
  const byCode = new Map(asset.points.map((point) => [point.code, newest.get(point.no)?.value ?? null]))
  return asset.points.map(({ stalenessMs, sourceId, ...point }) => {
    const reading = newest.get(point.no)
    const watching = rules.filter((rule) => rule.definition.points.includes(point.code))
    const ageMs = reading === undefined ? null : Math.max(0, nowMs - reading.t)
    return {
      ...point,
      latest: reading === undefined || ageMs === null ? null : {
        ts: new Date(reading.t).toISOString(), value: reading.value, quality: qualityOf(reading.quality), ageMs, fresh: isFresh({ ageMs, stalenessMs }),
      },
      limit: nearestLimit(watching.flatMap((rule) => limitsOf(rule.definition, gateValue(rule, byCode))), reading?.value ?? null),
      rules: watching.map(({ id, name }) => ({ id, name })),
      replayed: sources.some((source) => source.id === sourceId && source.clock === 'replay'),
    }
  })
}

const gateValue = ({ definition }: PointRule, byCode: ReadonlyMap<string, number | null>): number | null =>
  definition.gate === null ? null : (byCode.get(definition.gate.point) ?? null)

function aboutAsset({ asset, path, incidents, windows }: AssetRecord, latest: readonly LatestReading[], at: Date): Omit<AssetPage, 'points' | 'openOrders' | 'quiet'> {
  const open = incidents.filter((incident) => incident.state === 'open' && !incident.suppressed && incident.held === null && !incident.happenedOffline)
  const worstPriority = open.length === 0 ? null : Math.min(...open.map((incident) => incident.priority))
  const newest = new Map(latest.map((reading) => [reading.pointNo, reading.t]))
  const ages = asset.points.map(({ no, stalenessMs }) => ({ ageMs: newest.has(no) ? at.getTime() - (newest.get(no) ?? 0) : null, stalenessMs }))
  const inMaintenance = windows.some((window) => window.fromAt <= at)
  const [installed] = asset.installations
  return {
    asset: {
      id: asset.id, siteId: asset.siteId, tag: asset.tag, name: asset.name, level: asset.level, criticality: asset.criticality, description: asset.description,
      credit: asset.credit, nameplate: textsOf(asset.nameplate), outOfUse: asset.outOfUse, priority: worstPriority,
      status: assetStatus({ worstPriority, outOfUse: asset.outOfUse, inMaintenance, points: ages }),
    },
    path,
    class: asset.class && { ...asset.class, failureModes: asset.class.failureModes.map(failureModeView) },
    equipment: installed === undefined ? null : {
      id: installed.equipment.id, serial: installed.equipment.serial, manufacturer: installed.equipment.manufacturer, model: installed.equipment.model,
      installedAt: installed.fromAt.toISOString(),
    },
    incidents: incidents.map((incident) => ({ ...incident, openedAt: incident.openedAt.toISOString(), resolvedAt: incident.resolvedAt?.toISOString() ?? null })),
  }
}

const textsOf = (nameplate: unknown): Record<string, string> =>
  nameplate !== null && typeof nameplate === 'object' ? Object.fromEntries(Object.entries(nameplate).map(([name, value]) => [name, String(value)])) : {}
