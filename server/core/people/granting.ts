import { AppError } from '../kernel/errors.ts'
import { siteScope, type Actor, type Grant } from './actor.ts'
import { ROLE_PERMISSIONS } from './permissions.ts'

/** mayGrant tells whether the actor holds every permission of the role, everywhere the grant would reach. */
export function mayGrant(actor: Actor, grant: Grant): boolean {
  return ROLE_PERMISSIONS[grant.role].every((permission) => {
    const scope = siteScope(actor, permission)
    if (scope === 'all') return true
    return grant.siteId !== null && scope.includes(grant.siteId)
  })
}

const sameGrant = (a: Grant, b: Grant): boolean => a.role === b.role && a.siteId === b.siteId

/** GrantChange is what must be added and taken away to get from one list of roles to another. */
export interface GrantChange {
  readonly add: readonly Grant[]
  readonly remove: readonly Grant[]
}

/** grantChange compares two lists of roles; a role named twice counts once. */
export function grantChange(before: readonly Grant[], after: readonly Grant[]): GrantChange {
  const wanted = after.filter((grant, index) => after.findIndex((other) => sameGrant(other, grant)) === index)
  return {
    add: wanted.filter((grant) => !before.some((held) => sameGrant(held, grant))),
    remove: before.filter((held) => !wanted.some((grant) => sameGrant(grant, held))),
  }
}

/** requireMayGrant throws 'forbidden' when a role is given or taken that the actor does not hold himself. */
export function requireMayGrant(actor: Actor, change: GrantChange): void {
  const beyond = [...change.add, ...change.remove].find((grant) => !mayGrant(actor, grant))
  if (beyond) {
    throw new AppError('forbidden', `You cannot give or take the role "${beyond.role}" here: it may do more than your own roles.`, { role: beyond.role, siteId: beyond.siteId })
  }
}
