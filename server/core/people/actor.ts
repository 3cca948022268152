import type { Permission, Role, Scope } from './permissions.ts'
import { PERMISSIONS, ROLE_PERMISSIONS, SCOPE_PERMISSIONS } from './permissions.ts'
import { errorSentence } from '../kernel/error-sentences.ts'
import { AppError } from '../kernel/errors.ts'

/** Grant is a role held at one site, or at every site when siteId is null. */
export interface Grant {
  readonly role: Role
  readonly siteId: string | null
}

/** PersonActor is a signed-in person in one organization, with the roles held there. */
export interface PersonActor {
  readonly type: 'person'
  readonly orgId: string
  readonly personId: string
  readonly name: string
  readonly grants: readonly Grant[]
}

/** MachineActor is a program with a key: what it may do are the key's scopes, limited to the key's site unless that is null. */
export interface MachineActor {
  readonly type: 'machine'
  readonly orgId: string
  readonly keyId: string
  readonly name: string
  readonly sourceId: string
  readonly siteId: string | null
  readonly scopes: readonly Scope[]
}

/** SystemActor is Millwright itself at work for one organization. */
export interface SystemActor {
  readonly type: 'system'
  readonly orgId: string
}

/** GuestActor is somebody without an account who came by a link. He holds no permission anywhere: what a link opens is decided where it is used. */
export interface GuestActor {
  readonly type: 'guest'
  readonly orgId: string
  /** The link, or the report, he came by. */
  readonly guestId: string
  readonly name: string | null
}

/** Actor is whoever acts: a signed-in person, a machine with a key, the system itself, or somebody without an account. */
export type Actor = PersonActor | MachineActor | SystemActor | GuestActor

/** siteScope lists the sites where the actor holds the permission: 'all', or site ids (possibly none). */
export function siteScope(actor: Actor, permission: Permission): 'all' | readonly string[] {
  if (actor.type === 'system') return 'all'
  if (actor.type === 'guest') return []
  if (actor.type === 'machine') {
    if (!actor.scopes.some((scope) => SCOPE_PERMISSIONS[scope].includes(permission))) return []
    return actor.siteId === null ? 'all' : [actor.siteId]
  }
  const grants = actor.grants.filter((grant) => ROLE_PERMISSIONS[grant.role].includes(permission))
  if (grants.some((grant) => grant.siteId === null)) return 'all'
  return [...new Set(grants.flatMap((grant) => (grant.siteId === null ? [] : [grant.siteId])))]
}

/** permissionsOf lists every permission a person holds at one site at least. */
export function permissionsOf(actor: PersonActor): readonly Permission[] {
  const held = new Set(actor.grants.flatMap((grant) => ROLE_PERMISSIONS[grant.role]))
  return PERMISSIONS.filter((permission) => held.has(permission))
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
  throw new AppError('forbidden', errorSentence('role-here'), { permission, siteId })
}

/** requireEverywhere throws 'forbidden' unless the actor holds the permission at every site of the organization. */
export function requireEverywhere(actor: Actor, permission: Permission): void {
  if (siteScope(actor, permission) === 'all') return
  throw new AppError('forbidden', errorSentence('role-everywhere'), { permission })
}
