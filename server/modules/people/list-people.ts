import { can, siteScope, type Actor, type Grant } from '#server/core/people/actor.ts'
import { ROLE_PERMISSIONS, type Permission, type Role } from '#server/core/people/permissions.ts'
import { peopleOf } from './people.repo.ts'

/** PersonRow is a person in a list, for choosing an assignee. */
export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
}

const holds = (grants: readonly Grant[], permission: Permission): boolean =>
  grants.some(({ role }) => ROLE_PERMISSIONS[role].includes(permission))

/** listPeople lists active people with a role at a site in the actor's reach (or at every site), only those who hold the permission when one is named. */
export async function listPeople(actor: Actor, input: { readonly permission?: Permission | undefined } = {}): Promise<PersonRow[]> {
  const scope = siteScope(actor, 'people.read')
  const people = await peopleOf(actor.orgId)
  return people.flatMap((person) => {
    const grants = scope === 'all' ? person.grants : person.grants.filter(({ siteId }) => siteId === null || can(actor, 'people.read', siteId))
    const shown = person.active && (scope === 'all' || grants.length > 0) && (!input.permission || holds(grants, input.permission))
    return shown ? [{ id: person.id, name: person.name, roles: [...new Set(grants.map(({ role }) => role))] }] : []
  })
}

/** PersonDetail is a person as whoever manages people sees him. */
export interface PersonDetail extends PersonRow {
  readonly email: string | null
  readonly active: boolean
  readonly canSignIn: boolean
  readonly grants: readonly Grant[]
}

/** managedPeople lists everybody the actor may edit, inactive people too, with their roles by site. */
export async function managedPeople(actor: Actor): Promise<PersonDetail[]> {
  const scope = siteScope(actor, 'people.edit')
  const people = await peopleOf(actor.orgId)
  return people
    .filter(({ grants }) => scope === 'all' || grants.some(({ siteId }) => siteId !== null && scope.includes(siteId)))
    .map((person) => ({
      id: person.id, name: person.name, email: person.email, active: person.active, canSignIn: person.userId !== null && person.active,
      grants: person.grants, roles: [...new Set(person.grants.map(({ role }) => role))],
    }))
}
