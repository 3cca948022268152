import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { can, requirePermission, siteScope, type Actor, type Grant } from '#server/core/people/actor.ts'
import { grantChange, requireMayGrant } from '#server/core/people/granting.ts'
import { writeAudit } from '#server/platform/audit.ts'
import type { Exec } from '#server/platform/db.ts'
import { addMembership, removeMembership } from './accounts.repo.ts'
import { requireSites } from './create-person.ts'
import { addGrants, adminsOf, inTenant, lockOrganization, lockPerson, removeGrants, saveActive, type PersonGrants } from './people.repo.ts'
import { forgetPerson } from './resolve-session.ts'

// Somebody with no role yet is in nobody's reach but those who manage every site.
function inReach(actor: Actor, person: PersonGrants): boolean {
  if (siteScope(actor, 'people.edit') === 'all') return true
  return person.grants.some(({ siteId }) => siteId !== null && can(actor, 'people.edit', siteId))
}

async function change<T>(actor: Actor, personId: string, work: (exec: Exec, person: PersonGrants) => Promise<T>): Promise<T> {
  requirePermission(actor, 'people.edit')
  const { orgId } = actor
  const result = await inTenant(orgId, async (exec) => {
    await lockOrganization(exec, orgId)
    const person = await lockPerson(exec, orgId, personId)
    if (!person || !inReach(actor, person)) throw notFound('This person')
    const adminsBefore = await adminsOf(exec, orgId)
    const made = await work(exec, person)
    if (adminsBefore > 0 && (await adminsOf(exec, orgId)) === 0) {
      throw new AppError('conflict', 'This would leave nobody who can administer the organization. Give someone else the role first.')
    }
    return made
  })
  forgetPerson(personId)
  return result
}

/** updateGrants replaces a person's roles; 'forbidden' when a role given or taken goes beyond the actor's own. */
export const updateGrants = (actor: Actor, input: { readonly personId: string; readonly roles: readonly Grant[] }): Promise<void> =>
  change(actor, input.personId, async (exec, person) => {
    const { orgId } = actor
    const difference = grantChange(person.grants, input.roles)
    requireMayGrant(actor, difference)
    await requireSites(exec, orgId, difference.add)
    await removeGrants(exec, orgId, person.id, difference.remove)
    await addGrants(exec, orgId, person.id, difference.add)
    if (difference.add.length + difference.remove.length === 0) return
    await writeAudit({ orgId, exec }, {
      actor, action: 'person.grants', entity: 'person', entityId: person.id, before: { roles: person.grants }, after: { roles: input.roles },
    })
  })

/**
 * setActive lets a person in or out. Out means at once: sessions end, and keys the person made stop working; their ids are given back
 * so that whoever keeps keys in memory can forget them.
 */
export const setActive = (actor: Actor, input: { readonly personId: string; readonly active: boolean }): Promise<{ revokedKeys: readonly string[] }> =>
  change(actor, input.personId, async (exec, person) => {
    const { orgId } = actor
    requireMayGrant(actor, { add: person.grants, remove: [] })
    await saveActive(exec, orgId, person.id, input.active)
    let revokedKeys: string[] = []
    if (!input.active) revokedKeys = await removeMembership(exec, person.userId, orgId, person.id)
    else if (person.userId !== null) await addMembership(exec, person.userId, orgId, person.id)
    await writeAudit({ orgId, exec }, {
      actor, action: 'person.active', entity: 'person', entityId: person.id, before: { active: person.active }, after: { active: input.active, revokedKeys },
    })
    return { revokedKeys }
  })
