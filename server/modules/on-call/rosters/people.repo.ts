import type { Grant } from '#server/core/people/actor.ts'
import { readGrants } from '#server/core/people/grants.ts'
import { ROLES, ROLE_PERMISSIONS, type Permission, type Role } from '#server/core/people/permissions.ts'
import type { Tx } from '#server/platform/db.ts'

/** PersonHere is an active person with the roles held. */
export interface PersonHere {
  readonly id: string
  readonly name: string
  readonly grants: readonly Grant[]
}

/** activePeople lists the organization's active people with their roles, by name. */
export async function activePeople(tx: Tx): Promise<PersonHere[]> {
  const rows = await tx.db.person.findMany({
    where: { orgId: tx.orgId, active: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }], select: { id: true, name: true, grants: { select: { role: true, siteId: true } } },
  })
  return rows.map((row) => ({ ...row, grants: readGrants(row.grants) }))
}

const at = (siteId: string) => (grant: Grant): boolean => grant.siteId === null || grant.siteId === siteId

/** withRole lists who holds one of the roles at a site. */
export const withRole = (people: readonly PersonHere[], siteId: string, ...roles: readonly Role[]): string[] =>
  people.filter(({ grants }) => grants.some((grant) => at(siteId)(grant) && roles.includes(grant.role))).map(({ id }) => id)

/** withPermission lists who holds a permission at a site, among the roles given where some are. */
export const withPermission = (people: readonly PersonHere[], siteId: string, permission: Permission, among: readonly Role[] = ROLES): string[] =>
  people.filter(({ grants }) => grants.some((grant) => at(siteId)(grant) && among.includes(grant.role) && ROLE_PERMISSIONS[grant.role].includes(permission))).map(({ id }) => id)

/** namesByIds gives people's names by id, inactive people too. */
export async function namesByIds(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.db.person.findMany({ where: { orgId: tx.orgId, id: { in: [...new Set(ids)] } }, select: { id: true, name: true } })
  return new Map(rows.map((row) => [row.id, row.name]))
}
