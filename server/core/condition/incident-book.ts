import { watchedLimit } from './judge.ts'
import type { Maintenance } from './maintenance.ts'
import type { CompiledRule, EngineConfig, IncidentChange, IncidentRef, IncidentView } from './types.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
interface Episode { readonly view: Mutable<IncidentView>; readonly members: Set<string> }

/** Evidence is a value that breaks a rule's limit: t is the reading's own time, at the time of the change it makes. */
export interface Evidence {
  readonly t: number
  readonly at: number
  readonly value: number
  readonly limit: number | null
  readonly gateValue: number | null
}

/** memberOf names a rule instance within an incident. */
export const memberOf = ({ ruleId, pointNo, level }: { readonly ruleId: string; readonly pointNo: number; readonly level: number }): string =>
  level === 0 ? `${ruleId}:${pointNo}` : `${ruleId}:${pointNo}:${level}`

/** memberParts reads a name made by memberOf. */
export const memberParts = (member: string): { ruleId: string; pointNo: number; level: number } => {
  const [ruleId = '', pointNo = '0', level = '0'] = member.split(':')
  return { ruleId, pointNo: Number(pointNo), level: Number(level) }
}

/** NO_DATA_PRIORITY is the highest priority at which silence alone may open an incident. */
const NO_DATA_PRIORITY = 3

/** IncidentBook keeps the open incidents of a lane: who fires in each, how bad it got, and what changed since last taken. */
export class IncidentBook {
  private readonly open = new Map<string, Episode>()
  private readonly touched = new Map<string, { episode: Episode; changes: Set<IncidentChange> }>()
  private readonly rules: ReadonlyMap<string, CompiledRule>
  private readonly maintenance: Maintenance

  constructor(config: Pick<EngineConfig, 'incidents' | 'rules'>, maintenance: Maintenance) {
    this.maintenance = maintenance
    this.rules = new Map(config.rules.map((rule) => [memberOf(rule), rule]))
    for (const view of config.incidents) this.open.set(view.key, { view: { ...view }, members: new Set(view.firing) })
  }

  /** mention names the open incident of a key, to which something happened at a time; null for none. */
  mention(key: string, at: number): IncidentRef | null {
    const episode = this.open.get(key)
    if (episode === undefined) return null
    episode.view.lastAt = Math.max(episode.view.lastAt, at)
    this.touch(episode, 'evidence')
    return { key, openedAt: episode.view.openedAt }
  }

  /** views gives the open incidents as they stand. */
  views(): IncidentView[] {
    return [...this.open.values()].map(viewOf)
  }

  /** join puts an instance that fires into the incident of its key, which opens or escalates if need be. */
  join(key: string, rule: CompiledRule, evidence: Evidence): IncidentRef {
    const noData = key !== rule.incidentKey
    const priority = noData ? Math.max(rule.priority, NO_DATA_PRIORITY) : rule.priority
    let episode = this.open.get(key)
    if (episode === undefined) {
      episode = this.start(key, rule, noData ? null : rule.failureMode, priority, evidence)
    } else if (priority < episode.view.priority) {
      const comparable = this.comparable(episode.view, rule)
      Object.assign(episode.view, { priority, ...leadOf(rule, evidence) })
      if (!comparable) Object.assign(episode.view, { peakValue: evidence.value, peakAt: evidence.t })
      this.touch(episode, 'escalated')
    }
    episode.members.add(memberOf(rule))
    this.weigh(episode)
    this.note(episode, rule, evidence)
    return { key, openedAt: episode.view.openedAt }
  }

  /** evidence records a value that still breaks the limit, in an episode that is opened if it should be missing. */
  evidence(key: string, rule: CompiledRule, evidence: Evidence): void {
    const episode = this.open.get(key)
    if (episode === undefined) this.join(key, rule, evidence)
    else this.note(episode, rule, evidence)
  }

  /** leave takes an instance out of the incident of a key at a time; the last one out resolves it. */
  leave(key: string, member: string, at: number): IncidentRef | null {
    const episode = this.open.get(key)
    if (episode === undefined) return null
    episode.members.delete(member)
    const ref = this.mention(key, at)
    if (episode.members.size > 0) this.weigh(episode)
    else {
      Object.assign(episode.view, { state: 'resolved', resolvedAt: at })
      this.touch(episode, 'resolved')
      this.open.delete(key)
    }
    return ref
  }

  /** stillFires lifts the suppression of an incident whose instance fires at a time outside every maintenance window. */
  stillFires(key: string, at: number): void {
    const episode = this.open.get(key)
    if (episode === undefined || !episode.view.suppressed || this.maintenance.at(episode.view.assetId, at) !== null) return
    Object.assign(episode.view, { suppressed: false, suppressedReason: null })
    this.touch(episode, 'unsuppressed')
  }

  /** take gives the incidents changed since the last call, in the order in which they first changed. */
  take(): { incident: IncidentView; change: IncidentChange[] }[] {
    const taken = [...this.touched.values()].map(({ episode, changes }) => ({ incident: viewOf(episode), change: [...changes] }))
    this.touched.clear()
    return taken
  }

  private start(key: string, rule: CompiledRule, failureMode: string | null, priority: number, evidence: Evidence): Episode {
    const window = rule.safety === true ? null : this.maintenance.at(rule.assetId, evidence.at)
    const view: Mutable<IncidentView> = {
      key, assetId: rule.assetId, failureMode, state: 'open', priority, currentPriority: priority, openedAt: evidence.at, lastAt: evidence.at, resolvedAt: null,
      ...leadOf(rule, evidence), peakValue: evidence.value, peakAt: evidence.t, firing: [],
      suppressed: window !== null, suppressedReason: window?.reason ?? null,
    }
    const episode: Episode = { view, members: new Set() }
    this.open.set(key, episode)
    this.touch(episode, 'opened')
    return episode
  }

  private note(episode: Episode, rule: CompiledRule, evidence: Evidence): void {
    const { view } = episode
    view.lastAt = Math.max(view.lastAt, evidence.at)
    if (this.comparable(view, rule) && isMoreExtreme(rule, evidence, view.peakValue)) {
      Object.assign(view, { peakValue: evidence.value, peakAt: evidence.t })
    }
    this.touch(episode, 'evidence')
  }

  /** comparable tells whether an instance's values can be set against the peak: same rule or same point, same direction. */
  private comparable(view: IncidentView, rule: CompiledRule): boolean {
    if (view.ruleId === rule.ruleId) return true
    const lead = this.rules.get(memberOf({ ...view, level: 0 }))?.definition
    return view.pointNo === rule.pointNo && lead?.direction === rule.definition.direction && lead.measure.kind === rule.definition.measure.kind
  }

  /** weigh finds how urgent those are who fire now; it sinks when the worst of them has cleared. */
  private weigh(episode: Episode): void {
    const own = [...episode.members].map((member) => this.rules.get(member)?.priority ?? episode.view.priority)
    const silent = episode.view.key.endsWith(':no-data')
    const now = Math.max(Math.min(...own), silent ? NO_DATA_PRIORITY : 1)
    if (now > episode.view.currentPriority) this.touch(episode, 'eased')
    episode.view.currentPriority = now
  }

  private touch(episode: Episode, change: IncidentChange): void {
    const id = `${episode.view.openedAt} ${episode.view.key}`
    const entry = this.touched.get(id)
    if (entry !== undefined && entry.episode === episode) entry.changes.add(change)
    else this.touched.set(id, { episode, changes: new Set([change]) })
  }
}

const leadOf = (rule: CompiledRule, evidence: Evidence): Pick<IncidentView, 'ruleId' | 'ruleVersionId' | 'pointNo' | 'value' | 'limit' | 'gateValue'> => ({
  ruleId: rule.ruleId, ruleVersionId: rule.ruleVersionId, pointNo: rule.pointNo,
  value: evidence.value, limit: evidence.limit ?? watchedLimit(rule.definition), gateValue: evidence.gateValue,
})

/** isMoreExtreme compares in the rule's direction; outside a range, by the distance from its middle. */
const isMoreExtreme = (rule: CompiledRule, evidence: Evidence, peak: number): boolean => {
  const { direction, low, high } = rule.definition
  if (direction === 'above') return evidence.value > peak
  if (direction === 'below') return evidence.value < peak
  const middle = ((low ?? 0) + (high ?? 0)) / 2
  return Math.abs(evidence.value - middle) > Math.abs(peak - middle)
}

const viewOf = (episode: Episode): IncidentView => ({ ...episode.view, firing: [...episode.members].sort() })
