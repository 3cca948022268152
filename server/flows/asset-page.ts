import { failureModeView, type FailureModeView } from '#server/core/assets/failure-mode.ts'
import { machineOf } from '#server/core/assets/machine.ts'
import { machineZones, type MachineZones } from '#server/core/assets/machine-zones.ts'
import { machineLevels, machineProblems, type MachineLevel, type MachineProblem } from '#server/core/assets/machine-levels.ts'
import { limitsOf, nearestLimit, type PointLimit } from '#server/core/assets/point-limit.ts'
import { isSensorTrouble } from '#server/core/condition/sensor-key.ts'
import { assetStatus, isFresh, type AssetStatus } from '#server/core/assets/status.ts'
import type { RuleDefinition } from '#server/core/condition/definition.ts'
import type { IsoMachine } from '#server/core/condition/iso-20816.ts'
import { finiteLimit, incidentUnit } from '#server/core/condition/measure-unit.ts'
import type { CompiledRule } from '#server/core/condition/types.ts'
import { can, type Actor } from '#server/core/people/actor.ts'
import type { Permission } from '#server/core/people/permissions.ts'
import { qualityOf, type Quality } from '#server/core/telemetry/quality.ts'
import { UNFINISHED } from '#server/core/work-orders/enums.ts'
import { overridesOf, ownLimitsOf, restartsOf, type OwnLimits } from '#server/modules/condition/index.ts'
import { readAsset, type AssetRecord } from '#server/modules/assets/index.ts'
import { latestReadings, type LatestReading } from '#server/modules/telemetry/index.ts'
import { handsOn, listOrders, type WorkOrderRow } from '#server/modules/work-orders/index.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'
import { quietOf, type AssetQuiet } from './asset-quiet.ts'
import { readBaselineQuestions, restartView, type BaselineQuestion, type RestartView } from './baseline-questions.ts'
import { rulesOnAsset } from './rule-on-asset.ts'
import { installedEquipment, type InstalledEquipment } from './installed-equipment.ts'

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
  /** The band that it truly covers and its sample rate, in Hz; null where that is not known. */
  readonly bandLowHz: number | null
  readonly bandHighHz: number | null
  readonly sampleRateHz: number | null
  readonly latest: { readonly ts: string; readonly value: number; readonly quality: Quality; readonly ageMs: number; readonly fresh: boolean } | null
  readonly limit: PointLimit | null
  readonly rules: readonly { readonly id: string; readonly name: string }[]
  /** True when its data is a recording that is replayed. */
  readonly replayed: boolean
}

/** MachineRule is a rule in force on a machine, and why it cannot be judged there. */
export interface MachineRule {
  readonly id: string
  readonly name: string
  /** True for a rule of the machine's class, false for one of its own. */
  readonly ofClass: boolean
  readonly definition: RuleDefinition
  readonly problems: readonly Omit<MachineProblem, 'ruleId'>[]
  /** The limits that this machine has of its own for it; null where the rule's hold. */
  readonly own: OwnLimits | null
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
  /** What is installed here now; null for nothing known. */
  readonly equipment: InstalledEquipment | null
  /** What was installed here before, the newest first. */
  readonly earlier: readonly InstalledEquipment[]
  readonly points: readonly PointView[]
  /** The rules in force here, as far as they may be read. */
  readonly rules: readonly MachineRule[]
  /** What this person may do here. */
  readonly allowed: { readonly limits: boolean; readonly edit: boolean }
  /** What vibration standards ask of a machine, as its nameplate says it. */
  readonly facts: IsoMachine
  /** What ISO 20816-3 says of its vibration velocities. */
  readonly zones: readonly MachineZones[]
  /** Limits of values, as the rules set them on this machine. */
  readonly levels: readonly MachineLevel[]
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
    /** The unit (UCUM) of value and limit; null where there is no number to show. */
    readonly unit: string | null
    readonly value: number
    readonly limit: number | null
    readonly rule: { readonly id: string; readonly name: string }
  }[]
  readonly quiet: AssetQuiet
  /** When its baselines began to be learnt anew, the newest first. */
  readonly restarts: readonly RestartView[]
  /** What was learnt since the newest of them, where it asks this person for a decision. */
  readonly baseline: BaselineQuestion | null
}

/** assetPage reads a position with what its points read now and its unfinished orders; 'not-found' when it is not the actor's to see. */
export async function assetPage(actor: Actor, input: { readonly id: string }): Promise<AssetPage> {
  const at = now()
  const { record, latest, work, compiled, overrides, restarts, asked } = await withTenant(actor.orgId, async (tx) => {
    const found = await readAsset(tx, actor, input.id, at)
    const may = (permission: Permission): boolean => can(actor, permission, found.asset.siteId)
    const rules = found.rules.map(({ id, versionId, definition }) => ({ ruleId: id, ruleVersionId: versionId, definition }))
    return {
      record: found,
      compiled: await rulesOnAsset(tx, input.id, rules),
      restarts: may('rule.read') ? await restartsOf(tx, input.id) : [],
      asked: may('rule.publish') ? await readBaselineQuestions(tx, 'all', input.id) : [],
      overrides: found.rules.length === 0 ? [] : await overridesOf(tx, { assetId: input.id }),
      work: may('work-order.read') ? await handsOn(tx, found.partOf) : [],
      latest: may('telemetry.read') ? await latestReadings(tx.exec, found.asset.points.map((point) => point.no)) : [],
    }
  })
  const orders = can(actor, 'work-order.read', record.asset.siteId) ? await listOrders(actor, { assetId: input.id, status: [...UNFINISHED, 'completed', 'verified'] }) : null
  const levels = machineLevels(compiled)
  return {
    ...aboutAsset(record, latest, at), points: pointViews(record, levels, latest, at.getTime()), rules: machineRules(record, compiled, overrides), levels,
    allowed: { limits: can(actor, 'rule.publish', record.asset.siteId), edit: can(actor, 'asset.edit', record.asset.siteId) },
    facts: machineOf(record.asset.nameplate), zones: machineZones(machineOf(record.asset.nameplate), record.asset.points), openOrders: orders?.items ?? [],
    quiet: quietOf(actor, record, work), restarts: restarts.map(restartView), baseline: asked[0] ?? null,
  }
}

const machineRules = ({ rules }: AssetRecord, compiled: readonly CompiledRule[], overrides: Awaited<ReturnType<typeof overridesOf>>): MachineRule[] => {
  const problems = machineProblems(compiled)
  return rules.map(({ id, name, ofClass, definition }) => {
    const own = overrides.find((one) => one.ruleId === id)
    return {
      id, name, ofClass, definition, problems: problems.filter(({ ruleId }) => ruleId === id).map(({ points, problem }) => ({ points, problem })),
      own: own === undefined ? null : ownLimitsOf(own, definition),
    }
  })
}

function pointViews({ asset, rules, sources }: AssetRecord, levels: readonly MachineLevel[], latest: readonly LatestReading[], nowMs: number): PointView[] {
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
      limit: nearestLimit(levels.filter((level) => level.points.includes(point.code)).flatMap((level) => limitsOf(level, gateValue(level, byCode))), reading?.value ?? null),
      rules: watching.map(({ id, name }) => ({ id, name })),
      replayed: sources.some((source) => source.id === sourceId && source.clock === 'replay'),
    }
  })
}

const gateValue = ({ gate }: MachineLevel, byCode: ReadonlyMap<string, number | null>): number | null => (gate === null ? null : (byCode.get(gate.point) ?? null))

type About = Omit<AssetPage, 'points' | 'rules' | 'levels' | 'openOrders' | 'quiet' | 'allowed' | 'facts' | 'zones' | 'restarts' | 'baseline'>

function aboutAsset({ asset, path, incidents, windows }: AssetRecord, latest: readonly LatestReading[], at: Date): About {
  const open = incidents.filter((incident) => incident.state === 'open' && !incident.suppressed && incident.held === null && !incident.happenedOffline)
  const own = open.filter((incident) => !isSensorTrouble(incident.key))
  const worstPriority = own.length === 0 ? null : Math.min(...own.map((incident) => incident.priority))
  const newest = new Map(latest.map((reading) => [reading.pointNo, reading.t]))
  const ages = asset.points.map(({ no, stalenessMs }) => ({ ageMs: newest.has(no) ? at.getTime() - (newest.get(no) ?? 0) : null, stalenessMs }))
  const inMaintenance = windows.some((window) => window.fromAt <= at)
  return {
    asset: {
      id: asset.id, siteId: asset.siteId, tag: asset.tag, name: asset.name, level: asset.level, criticality: asset.criticality, description: asset.description,
      credit: asset.credit, nameplate: textsOf(asset.nameplate), outOfUse: asset.outOfUse, priority: worstPriority,
      status: assetStatus({ worstPriority, sensorTrouble: own.length < open.length, outOfUse: asset.outOfUse, inMaintenance, points: ages }),
    },
    path,
    class: asset.class && { ...asset.class, failureModes: asset.class.failureModes.map(failureModeView) },
    equipment: asset.installations.filter(({ toAt }) => toAt === null).map(installedEquipment)[0] ?? null,
    earlier: asset.installations.filter(({ toAt }) => toAt !== null).map(installedEquipment),
    incidents: incidents.map(({ key, pointNo, ruleVersion, ...incident }) => ({
      ...incident, openedAt: incident.openedAt.toISOString(), resolvedAt: incident.resolvedAt?.toISOString() ?? null, limit: finiteLimit(incident.limit),
      unit: incidentUnit({ key, definition: ruleVersion.definition }, asset.points.find((point) => point.no === pointNo)?.unit ?? ''),
    })),
  }
}

const textsOf = (nameplate: unknown): Record<string, string> =>
  nameplate !== null && typeof nameplate === 'object' ? Object.fromEntries(Object.entries(nameplate).map(([name, value]) => [name, String(value)])) : {}
