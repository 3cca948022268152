import type { Grant } from './actor.ts'
import { ROLES, type Role } from './permissions.ts'

/** isRole tells whether a text names a role. */
export const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role)

/** readGrants reads stored grants; a role that this edition does not know gives nothing. */
export const readGrants = (rows: readonly { readonly role: string; readonly siteId: string | null }[]): Grant[] =>
  rows.flatMap(({ role, siteId }) => (isRole(role) ? [{ role, siteId }] : []))
