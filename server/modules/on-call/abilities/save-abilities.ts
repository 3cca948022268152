import { AppError, notFound } from '#server/core/kernel/errors.ts'
import type { AbilitiesInput } from '#server/core/on-call/roster-input.ts'
import { siteScope, type Actor } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { withTenant } from '#server/platform/db.ts'
import { publishLive } from '#server/platform/live.ts'
import { activePeople } from '../rosters/people.repo.ts'
import { areasOf, sitesNamed, skillsOf } from '../rosters/places.repo.ts'
import { knownAreas, replaceAbilities } from './abilities.repo.ts'
import { worksIn, worksOnlyIn } from './view-abilities.ts'

/**
 * saveAbilities says what a person can do and which areas and lines the person knows: who is called first follows from it. Only for
 * people of sites whose rosters the actor may change; 'forbidden' when the person works at others, too.
 */
export async function saveAbilities(actor: Actor, input: AbilitiesInput): Promise<void> {
  const scope = siteScope(actor, 'notify.edit')
  const [skills, areas] = [[...new Set(input.skills)], [...new Set(input.areas)]]
  await withTenant(actor.orgId, async (tx) => {
    const person = (await activePeople(tx)).find(({ id }) => id === input.personId)
    if (!person || !worksIn(person, scope)) throw notFound('This person')
    if (!worksOnlyIn(person, scope)) throw new AppError('forbidden', `${person.name} works at other sites, too: somebody who leads all of them can change this.`)
    const [known, all] = [await skillsOf(tx), await areasOf(tx, (await sitesNamed(tx)).map(({ id }) => id))]
    if (skills.some((skill) => !known.some(({ id }) => id === skill))) throw new AppError('invalid', 'This skill does not exist.', { field: 'skills' })
    const here = all.filter(({ siteId }) => person.grants.some((grant) => grant.siteId === null || grant.siteId === siteId))
    if (areas.some((area) => !here.some(({ id }) => id === area))) throw new AppError('invalid', 'This area is not at a site where the person works.', { field: 'areas' })
    const before = {
      skills: known.filter(({ people }) => people.includes(person.id)).map(({ id }) => id),
      areas: (await knownAreas(tx)).filter(({ personId }) => personId === person.id).map(({ assetId }) => assetId),
    }
    await replaceAbilities(tx, person.id, skills, areas)
    await writeAudit(tx, { actor, action: 'person.abilities', entity: 'person', entityId: person.id, before, after: { skills, areas } })
    await publishLive(tx.exec, tx.orgId, { entity: 'roster' })
  })
}
