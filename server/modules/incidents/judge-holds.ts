import { escalatesPast } from '#server/core/alarms/shelf.ts'
import type { Hold } from '#server/core/alarms/state.ts'
import { saysStopped, strongestHold } from '#server/core/alarms/suppression.ts'
import type { EpisodeRow } from './episodes.repo.ts'
import { causesOf, outagesOn, shelvesOf, type OutageScope, type StandingShelf } from './holds.repo.ts'
import type { Tenant } from './journal.repo.ts'

/** Judged is the strongest hold on an episode now, and the shelf of its alarm that it escalates past. */
export interface Judged {
  readonly hold: Hold | null
  readonly brokenShelf: StandingShelf | null
}

/** HoldQuestion is an episode and, when suppression by design is to be looked at, the time at which its cause is asked. */
export interface HoldQuestion {
  readonly episode: EpisodeRow
  readonly designAt: Date | null
}

/** isOut tells whether everything that fires in an episode is out of service: one sound rule on a sound point is enough to call. */
const isOut = (episode: EpisodeRow, outages: readonly OutageScope[]): boolean => {
  const firing = episode.firing.length > 0 ? episode.firing : [`${episode.ruleId}:${episode.pointNo}`]
  const own = outages.filter((outage) => outage.assetId === episode.assetId)
  return firing.every((member) => own.some(({ ruleId, pointNo }) => (ruleId === null ? member.endsWith(`:${pointNo}`) : member.startsWith(`${ruleId}:`))))
}

/** judgeHolds asks shelves, outages and suppression by design what holds each of the episodes; by id. */
export async function judgeHolds(tenant: Tenant, questions: readonly HoldQuestion[]): Promise<Map<string, Judged>> {
  if (questions.length === 0) return new Map()
  const episodes = questions.map((question) => question.episode)
  const shelves = new Map((await shelvesOf(tenant, [...new Set(episodes.map((one) => one.key))])).map((shelf) => [shelf.key, shelf]))
  const outages = await outagesOn(tenant, [...new Set(episodes.map((one) => one.assetId))])
  const asked = questions.flatMap(({ episode, designAt }) => (designAt === null || episode.safety ? [] : [{ id: episode.id, assetId: episode.assetId, at: designAt }]))
  const causes = Map.groupBy(asked.length > 0 ? await causesOf(tenant, asked) : [], (cause) => cause.incidentId)
  return new Map(
    questions.map(({ episode, designAt }) => {
      const shelf = shelves.get(episode.key)
      const broken = shelf !== undefined && escalatesPast(shelf, episode.priority)
      const byDesign = designAt !== null && (causes.get(episode.id) ?? []).some(({ t, value, stalenessMs, ...condition }) =>
        saysStopped(condition, t === null || value === null ? null : { t, value }, designAt.getTime(), stalenessMs))
      const hold = strongestHold({ outOfService: isOut(episode, outages), byDesign, shelved: shelf !== undefined && !broken, safety: episode.safety })
      return [episode.id, { hold, brokenShelf: broken ? shelf : null }]
    }),
  )
}
