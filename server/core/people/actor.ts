import type { Permission, Role } from './permissions.ts'
import { ROLE_PERMISSIONS } from './permissions.ts'
import { AppError } from '../kernel/errors.ts'

/** Grant is a role held at one site, or at every site when siteId is null. */
export interface Grant {
  readonly role: Role
  readonly siteId: string | null
}

/** Actor is whoever acts: a signed-in person, a machine with a key, or the system itself. */
export type Actor =
  | { readonly type: 'person'; readonly orgId: string; readonly personId: string; readonly name: string; readonly grants: readonly Grant[] }
  | { readonly type: 'machine'; readonly orgId: string; readonly keyId: string; readonly name: string; readonly siteId: string | null; readonly scopes: readonly string[] }
  | { readonly type: 'system'; readonly orgId: string }

/** siteScope lists the sites where the actor holds the permission: 'all', or site ids (possibly none). */
export function siteScope(actor: Actor, permission: Permission): 'all' | readonly string[] {
  if (actor.type === 'system') return 'all'
  if (actor.type === 'machine') {
    const allowed = actor.scopes.includes('read') && permission.endsWith('.read')
    if (!allowed) return []
    return actor.siteId === null ? 'all' : [actor.siteId]
  }
  const grants = actor.grants.filter((grant) => ROLE_PERMISSIONS[grant.role].includes(permission))
  if (grants.some((grant) => grant.siteId === null)) return 'all'
  return [...new Set(grants.flatMap((grant) => (grant.siteId === null ? [] : [grant.siteId])))]
}

/** can tells whether the actor holds the permission at the site (or anywhere, when no site is given). */
export function can(actor: Actor, permission: Permission, siteId?: string): boolean {
  const scope = siteScope(actor, permission)
  if (scope === 'all') return true
  return siteId === undefined ? scope.length > 0 : scope.includes(siteId)
}

/** requirePermission throws 'forbidden' unless the actor holds the permission at the site. */
export function requirePermission(actor: Actor, permission: Permission, siteId?: string): void {
  if (can(actor, permission, siteId)) return
  throw new AppError('forbidden', 'Your role does not allow this here. Ask an administrator for the permission.', { permission, siteId })
}
