import { ROLES, ROLE_PERMISSIONS } from '#server/core/people/permissions.ts'
import type { Tx } from '#server/platform/db.ts'

/** NamedPerson is a person as an order shows him. */
export interface NamedPerson {
  readonly id: string
  readonly name: string
}

const EXECUTING = ROLES.filter((role) => ROLE_PERMISSIONS[role].includes('work-order.execute'))

/** assignablePeople lists the active people who carry out work at a site, by name. */
export const assignablePeople = (tx: Tx, siteId: string): Promise<NamedPerson[]> =>
  tx.db.person.findMany({
    where: { orgId: tx.orgId, active: true, grants: { some: { role: { in: EXECUTING }, OR: [{ siteId: null }, { siteId }] } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })

/** namesOf gives people's names by id, inactive people too. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.db.person.findMany({ where: { orgId: tx.orgId, id: { in: [...new Set(ids)] } }, select: { id: true, name: true } })
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** teamExists tells whether a team works at a site. */
export const teamExists = async (tx: Tx, siteId: string, id: string): Promise<boolean> =>
  (await tx.db.team.count({ where: { orgId: tx.orgId, siteId, id } })) > 0

/** orderExists tells whether an order is one of a site. */
export const orderExists = async (tx: Tx, siteId: string, id: string): Promise<boolean> =>
  (await tx.db.workOrder.count({ where: { orgId: tx.orgId, siteId, id } })) > 0

/** peopleOfSite picks from people's ids those of active people with a role at the site. */
export async function peopleOfSite(tx: Tx, siteId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.db.person.findMany({
    where: { orgId: tx.orgId, active: true, id: { in: [...ids] }, grants: { some: { OR: [{ siteId: null }, { siteId }] } } }, select: { id: true }, orderBy: { id: 'asc' },
  })
  return rows.map((row) => row.id)
}
