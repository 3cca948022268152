import { requirePermission, siteScope, type Actor } from '#server/core/people/actor.ts'
import { withTenant, type Tx } from '#server/platform/db.ts'
import { activePeople, type PersonHere } from '../rosters/people.repo.ts'
import { areasOf, sitesNamed, skillsOf, type Area, type SkillRow } from '../rosters/places.repo.ts'
import { rostersAt } from '../rosters/rosters.repo.ts'
import { now } from '#server/platform/clock.ts'
import { knownAreas, modeNames, type ModeName } from './abilities.repo.ts'

/** AblePerson is a person with the skills held and the areas known; mayEdit when the actor may change them. */
export interface AblePerson {
  readonly id: string
  readonly name: string
  readonly skills: readonly string[]
  readonly areas: readonly string[]
  readonly mayEdit: boolean
}

/** Abilities is who can do what and knows where, as far as the actor's sites go; skills are changed by who may do so at every site. */
export interface Abilities {
  readonly mayEditSkills: boolean
  readonly skills: readonly Omit<SkillRow, 'people'>[]
  readonly modes: readonly ModeName[]
  readonly areas: readonly Area[]
  readonly people: readonly AblePerson[]
}

/** EditorScope is the sites for which somebody may change rosters: all of them, or these. */
export type EditorScope = 'all' | readonly string[]

/** worksIn tells whether a person works at one of the sites. */
export const worksIn = ({ grants }: PersonHere, scope: EditorScope): boolean => scope === 'all' || grants.some(({ siteId }) => siteId === null || scope.includes(siteId))

/** worksOnlyIn tells whether a person works at none but these sites, so that whoever answers for them may say what the person can do. */
export const worksOnlyIn = ({ grants }: PersonHere, scope: EditorScope): boolean => scope === 'all' || grants.every(({ siteId }) => siteId !== null && scope.includes(siteId))

async function sitesOf(tx: Tx, scope: EditorScope): Promise<string[]> {
  return (await sitesNamed(tx)).map(({ id }) => id).filter((id) => scope === 'all' || scope.includes(id))
}

/** viewAbilities shows what people can do and where they know their way, at the sites whose rosters the actor may change. */
export async function viewAbilities(actor: Actor): Promise<Abilities> {
  requirePermission(actor, 'notify.edit')
  const scope = siteScope(actor, 'notify.edit')
  return withTenant(actor.orgId, async (tx) => {
    const sites = await sitesOf(tx, scope)
    const [areas, known, all] = [await areasOf(tx, sites), await knownAreas(tx), await skillsOf(tx)]
    const here = (await activePeople(tx)).filter((person) => worksIn(person, scope))
    const rosters = await rostersAt(tx, sites, now().getTime())
    // What only another site uses is not for this one to see.
    const skills = all.filter(({ id, people }) => scope === 'all' || rosters.some(({ skillId }) => skillId === id) || here.some((person) => people.includes(person.id)))
    return {
      areas, mayEditSkills: scope === 'all', modes: scope === 'all' ? await modeNames(tx) : [],
      skills: skills.map(({ people: _, ...skill }) => skill),
      people: here.map((person) => ({
        id: person.id, name: person.name, mayEdit: worksOnlyIn(person, scope), skills: skills.filter(({ people }) => people.includes(person.id)).map(({ id }) => id),
        areas: known.filter(({ personId, assetId }) => personId === person.id && areas.some(({ id }) => id === assetId)).map(({ assetId }) => assetId),
      })),
    }
  })
}
