import type { Call } from './call.ts'
import { liveStretches, watchedSpans, type LifeEvent, type Stretch } from './life.ts'
import { tallyOf, type Alerts, type Tally } from './tally.ts'
import { unionMs, type Span } from './window.ts'

/** RuleCall is an order as it counts for one rule that took part in it. */
export interface RuleCall extends Call {
  readonly orderId: string
  readonly ruleId: string
  readonly versionId: string
  readonly assetId: string
  readonly classId: string | null
}

/** RuleAlert is an episode in which one rule fired; at in epoch ms. */
export interface RuleAlert {
  readonly incidentId: string
  readonly ruleId: string
  readonly versionId: string
  readonly assetId: string
  readonly classId: string | null
  readonly at: number
  readonly suppressed: boolean
  readonly onOrder: boolean
}

/** Watched is a machine that a rule concerns, with the window in its site's zone. */
export interface Watched { readonly id: string; readonly since: number; readonly window: Span }

/** RuleWatch is a rule with its life and the machines that it concerns. */
export interface RuleWatch { readonly ruleId: string; readonly life: readonly LifeEvent[]; readonly assets: readonly Watched[] }

/** Found is what was read of a window. */
export interface Found { readonly calls: readonly RuleCall[]; readonly alerts: readonly RuleAlert[]; readonly now: number }

/** Part narrows a rule's tally to one of its versions or one machine. */
export interface Part { readonly versionId?: string; readonly assetId?: string }

const alertsOf = (alerts: readonly RuleAlert[]): Alerts => ({
  all: alerts.length, suppressed: alerts.filter(({ suppressed }) => suppressed).length, withOrder: alerts.filter(({ suppressed, onOrder }) => onOrder && !suppressed).length,
})

const within = <Row extends { readonly versionId: string; readonly assetId: string }>(rows: readonly Row[], { versionId, assetId }: Part): Row[] =>
  rows.filter((row) => (versionId === undefined || row.versionId === versionId) && (assetId === undefined || row.assetId === assetId))

const first = (times: readonly number[]): number | null => (times.length === 0 ? null : Math.min(...times))

const watchedOn = (stretches: readonly Stretch[], asset: Watched, { calls, alerts, now }: Found): Span[] => {
  const onAsset = <Row extends { readonly assetId: string }>(rows: readonly Row[]): Row[] => rows.filter(({ assetId }) => assetId === asset.id)
  const firstAlertAt = first([...onAsset(calls).map(({ alertAt }) => alertAt), ...onAsset(alerts).map(({ at }) => at)])
  return watchedSpans(stretches, { since: asset.since, firstAlertAt }, asset.window, now)
}

const ofRule = ({ calls, alerts, now }: Found, ruleId: string): Found => ({
  calls: calls.filter((call) => call.ruleId === ruleId), alerts: alerts.filter((alert) => alert.ruleId === ruleId), now,
})

/** tallyRule counts what one rule did, or one of its versions, or it on one machine. */
export function tallyRule({ ruleId, life, assets }: RuleWatch, found: Found, part: Part = {}): Tally {
  const { calls, alerts, now } = ofRule(found, ruleId)
  const own = { calls: within(calls, part), alerts: within(alerts, part), now }
  const stretches = liveStretches(life).filter(({ versionId }) => part.versionId === undefined || versionId === part.versionId)
  const machines = assets.filter(({ id }) => part.assetId === undefined || id === part.assetId)
  return tallyOf(own.calls, alertsOf(own.alerts), machines.reduce((sum, asset) => sum + unionMs(watchedOn(stretches, asset, own)), 0))
}

/** orders makes one call of each order, however many rules took part in it, dated by the first of them. */
const orders = (calls: readonly RuleCall[]): RuleCall[] =>
  [...Map.groupBy(calls, (call) => call.orderId).values()].map((same) => same.toSorted((a, b) => a.alertAt - b.alertAt)).flatMap(([call]) => call ?? [])

/** tallyClass counts what the rules of a class of machines did together: an order in which several took part once, and a machine's time once. */
export function tallyClass(watches: readonly RuleWatch[], found: Found, classId: string | null): Tally {
  const calls = orders(found.calls.filter((call) => call.classId === classId))
  const alerts = [...new Map(found.alerts.filter((alert) => alert.classId === classId).map((alert) => [alert.incidentId, alert])).values()]
  const spans = new Map<string, Span[]>()
  for (const { ruleId, life, assets } of watches) {
    const own = ofRule(found, ruleId)
    for (const asset of assets) spans.set(asset.id, [...(spans.get(asset.id) ?? []), ...watchedOn(liveStretches(life), asset, own)])
  }
  return tallyOf(calls, alertsOf(alerts), [...spans.values()].reduce((sum, one) => sum + unionMs(one), 0))
}
