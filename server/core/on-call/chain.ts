import { onCallAt, type Pattern } from './roster.ts'

/** CallRoster is a roster as a call needs it. */
export interface CallRoster extends Pattern {
  readonly id: string
  readonly name: string
  /** Null: the whole site. */
  readonly areaId: string | null
  readonly skillId: string | null
  readonly stepMinutes: number
  /** Alarms of this priority and higher call somebody. */
  readonly callFrom: number
}

/** Place is where something happened, and what it takes: the asset with its ancestors, nearest first, and the skills its fault calls for. */
export interface Place {
  readonly path: readonly string[]
  readonly skills: readonly string[]
}

/** ChainLink is one person to be called, and how long an answer is waited for. */
export interface ChainLink {
  readonly personId: string
  readonly rosterId: string
  readonly stepMinutes: number
}

// A roster of the skill that is needed comes before one of no skill; one of another skill is better than nobody.
function skillRank(roster: Pick<CallRoster, 'skillId'>, { skills }: Place): 0 | 1 | 2 {
  if (skills.length === 0) return roster.skillId === null ? 0 : 1
  if (roster.skillId === null) return 1
  return skills.includes(roster.skillId) ? 0 : 2
}

/** rostersFor lists the rosters that answer for a place, the best first: needed skill, then nearest area; other skills come last. */
export function rostersFor<One extends Pick<CallRoster, 'areaId' | 'skillId' | 'name'>>(rosters: readonly One[], place: Place): One[] {
  const areaRank = ({ areaId }: One): number => (areaId === null ? place.path.length : place.path.indexOf(areaId))
  const other = (roster: One): number => (skillRank(roster, place) === 2 ? 1 : 0)
  return rosters
    .filter((roster) => areaRank(roster) >= 0)
    .sort((a, b) => other(a) - other(b) || areaRank(a) - areaRank(b) || skillRank(a, place) - skillRank(b, place) || a.name.localeCompare(b.name))
}

/** People tells what a chain asks of people: who is there to be called, what each can do, and which areas and lines each knows. */
export interface People {
  readonly isActive: (personId: string) => boolean
  readonly skillsOf: (personId: string) => readonly string[]
  readonly areasOf: (personId: string) => readonly string[]
}

/**
 * callChain lists who is called about a place at an instant (epoch ms), one after another and nobody twice. In a roster of no
 * skill those who have a needed one come first, and in one of the whole site, among these, those who know the place.
 */
export function callChain(rosters: readonly CallRoster[], place: Place, at: number, people: People): ChainLink[] {
  const able = (personId: string): boolean => place.skills.length === 0 || people.skillsOf(personId).some((skill) => place.skills.includes(skill))
  const knows = (personId: string): boolean => people.areasOf(personId).some((area) => place.path.includes(area))
  const links = rostersFor(rosters, place).flatMap((roster) => {
    const present = onCallAt(roster, at).filter(people.isActive)
    const rank = (personId: string): number => (roster.skillId === null && !able(personId) ? 2 : 0) + (roster.areaId === null && !knows(personId) ? 1 : 0)
    return present.sort((a, b) => rank(a) - rank(b)).map((personId): ChainLink => ({ personId, rosterId: roster.id, stepMinutes: roster.stepMinutes }))
  })
  return links.filter((link, index) => links.findIndex((other) => other.personId === link.personId) === index)
}

// From which priority somebody is called where no roster says so: only the highest.
const DEFAULT_CALL_FROM = 1

/** needsCall tells whether something of a priority calls somebody out: safety always does. */
export function needsCall(rosters: readonly Pick<CallRoster, 'areaId' | 'skillId' | 'name' | 'callFrom'>[], place: Place, what: { readonly priority: number; readonly safety: boolean }): boolean {
  const from = rostersFor(rosters, place).filter((roster) => skillRank(roster, place) < 2).map(({ callFrom }) => callFrom)
  return what.safety || what.priority <= Math.max(DEFAULT_CALL_FROM, ...from)
}
