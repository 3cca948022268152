import { failureModeView } from '#server/core/assets/failure-mode.ts'
import { STALE_MS } from '#server/core/alarms/noise.ts'
import { ALARM_TARGETS, rankBadActors, ratePerLine, summarizeRate } from '#server/core/alarms/report.ts'
import { HOUR_MS } from '#server/core/kernel/time.ts'
import { siteScope, type Actor } from '#server/core/people/actor.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'
import { countAlarms } from './list.repo.ts'
import { floodsIn, newPerAlarm, newPerHour, newPerSpan, type ActorRow, type FloodRow } from './report.repo.ts'

const TOP_TEN = 10

const actorView = ({ incidentId, assetId, assetTag, assetName, modeCode, modeName, modeText, ruleName }: ActorRow) => ({
  incidentId, asset: { id: assetId, tag: assetTag, name: assetName }, ruleName,
  failureMode: modeCode === null ? null : failureModeView({ code: modeCode, name: modeName ?? modeCode, consequence: null, text: modeText }),
})

const floodView = ({ firstAt, endsAt, ...flood }: FloodRow, at: Date) => ({ ...flood, firstAt: firstAt.toISOString(), endsAt: endsAt.toISOString(), running: endsAt > at })

/** alarmReport sums up the alarms of the last hours within the actor's reach: per hour, per 10 minutes and line, floods, and the alarms that come most often. */
export async function alarmReport(actor: Actor, { hours }: { readonly hours: number }) {
  const sites = siteScope(actor, 'incident.read')
  const to = now()
  const period = { from: new Date(to.getTime() - hours * HOUR_MS), to }
  return withTenant(actor.orgId, async (tx) => {
    const perHour = await newPerHour(tx, sites, period)
    const spans = await newPerSpan(tx, sites, period)
    const actors = await newPerAlarm(tx, sites, period)
    const floods = await floodsIn(tx, sites, period)
    const { stale } = await countAlarms(tx, sites, new Date(to.getTime() - STALE_MS))
    const counted = spans.map(({ groupId, at, n }) => ({ group: groupId, at: at.getTime(), n }))
    const nameOf = new Map(spans.map((span) => [span.groupId, span.group]))
    const ranked = rankBadActors(actors.map((row) => ({ key: row, name: row.assetTag + row.key, activations: row.n })), TOP_TEN)
    return {
      from: period.from.toISOString(), to: to.toISOString(), hours,
      perHour: perHour.map(({ at, n, folded }) => ({ at: at.toISOString(), n, folded })),
      summary: summarizeRate(counted, hours),
      lines: ratePerLine(counted).map(({ group, peakAt, ...line }) => ({ ...line, id: group, name: nameOf.get(group) ?? '', peakAt: new Date(peakAt).toISOString() })),
      topTenShare: ranked.at(-1)?.cumulativeShare ?? 0,
      stale,
      badActors: ranked.map(({ key, ...figures }) => ({ ...actorView(key), ...figures })),
      floods: floods.map((flood) => floodView(flood, to)),
      targets: ALARM_TARGETS,
    }
  })
}
