import { ROLES, ROLE_PERMISSIONS, type Permission } from '#server/core/people/permissions.ts'
import type { Tx } from '#server/platform/db.ts'

/** namesOf gives people's names by id, inactive people too. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.db.person.findMany({ where: { orgId: tx.orgId, id: { in: [...new Set(ids)] } }, select: { id: true, name: true } })
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** peopleWho lists the active people who hold a permission at a site, by name. */
export const peopleWho = (tx: Tx, siteId: string, permission: Permission): Promise<{ id: string; name: string }[]> =>
  tx.db.person.findMany({
    where: {
      orgId: tx.orgId, active: true,
      grants: { some: { role: { in: ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission)) }, OR: [{ siteId: null }, { siteId }] } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }], select: { id: true, name: true },
  })
