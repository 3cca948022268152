import { HOUR_MS } from '#server/core/kernel/time.ts'
import { coverBetween, onCallAt, weekFrom, type Cover } from '#server/core/on-call/roster.ts'
import { can, requirePermission, siteScope, type Actor } from '#server/core/people/actor.ts'
import { now } from '#server/platform/clock.ts'
import { withTenant } from '#server/platform/db.ts'
import { activePeople, namesByIds } from './people.repo.ts'
import { areasOf, sitesNamed, skillsOf, type Area, type SiteName, type SkillRow } from './places.repo.ts'
import { rostersAt, type StoredRoster } from './rosters.repo.ts'

/** RosterView is one roster over a week: its pattern, who is on call when, who is now, and how many hours nobody is. */
export interface RosterView extends Omit<StoredRoster, 'shifts' | 'exceptions'> {
  readonly shifts: StoredRoster['shifts']
  readonly exceptions: StoredRoster['exceptions']
  readonly cover: readonly Cover[]
  readonly now: readonly string[]
  readonly gapHours: number
  readonly mayEdit: boolean
}

/** OnCallWeek is the week of every roster in the actor's reach; times in epoch ms, days since 1970. */
export interface OnCallWeek {
  readonly from: number
  readonly to: number
  readonly monday: number
  readonly at: number
  readonly rosters: readonly RosterView[]
  readonly sites: readonly SiteName[]
  readonly areas: readonly Area[]
  readonly skills: readonly SkillRow[]
  /** Names of everybody who is spoken of. */
  readonly names: Readonly<Record<string, string>>
  /** Who can be put into a roster, for those who may. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

function view(roster: StoredRoster, actor: Actor, at: number, weeksLater: number): RosterView {
  const { from, to } = weekFrom(roster.zone, at, weeksLater)
  const cover = coverBetween(roster, from, to)
  const gaps = cover.filter(({ people }) => people.length === 0).reduce((sum, piece) => sum + piece.to - piece.from, 0)
  return { ...roster, cover, now: onCallAt(roster, at), gapHours: gaps / HOUR_MS, mayEdit: can(actor, 'notify.edit', roster.siteId) }
}

/** viewWeek shows who is on call in a week, so many weeks from now, at the actor's sites. */
export async function viewWeek(actor: Actor, input: { readonly weeksLater: number }): Promise<OnCallWeek> {
  requirePermission(actor, 'incident.read')
  const at = now().getTime()
  return withTenant(actor.orgId, async (tx) => {
    const scope = siteScope(actor, 'incident.read')
    const sites = (await sitesNamed(tx)).filter(({ id }) => scope === 'all' || scope.includes(id))
    const rosters = (await rostersAt(tx, sites.map(({ id }) => id), at)).map((roster) => view(roster, actor, at, input.weeksLater))
    const spoken = rosters.flatMap((one) => [...one.shifts.map(({ personId }) => personId), ...one.exceptions.flatMap(({ awayId, insteadId }) => [awayId, insteadId]), ...one.now])
    const editable = sites.filter(({ id }) => can(actor, 'notify.edit', id))
    const everybody = editable.length === 0 ? [] : await activePeople(tx)
    const people = everybody.filter(({ grants }) => grants.some(({ siteId }) => siteId === null || editable.some(({ id }) => id === siteId)))
    const known = new Set(people.map(({ id }) => id))
    const everywhere = siteScope(actor, 'notify.edit') === 'all'
    // A skill is shown where it means something, and its people to those who put people into rosters.
    const skills = (await skillsOf(tx))
      .map((skill) => ({ ...skill, people: skill.people.filter((id) => known.has(id)) }))
      .filter((skill) => everywhere || skill.people.length > 0 || rosters.some(({ skillId }) => skillId === skill.id))
    return {
      ...weekFrom(sites[0]?.timeZone ?? 'UTC', at, input.weeksLater), at, rosters, sites, areas: await areasOf(tx, sites.map(({ id }) => id)),
      skills,
      names: Object.fromEntries(await namesByIds(tx, spoken.filter((id) => id !== null))),
      people: people.map(({ id, name }) => ({ id, name })),
    }
  })
}
