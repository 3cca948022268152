import type { Grant } from '#server/core/people/actor.ts'
import { readGrants } from '#server/core/people/grants.ts'
import { execOf, systemTx, withTenant, type Exec } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'

/** inTenant runs work as mw_system in one transaction: the sign-in tables and one tenant's rows together. */
export const inTenant = <T>(orgId: string, work: (exec: Exec) => Promise<T>): Promise<T> =>
  systemTx((client) => work(execOf(client)), orgId)

/** inSystem runs work on the sign-in tables in one transaction, with no tenant's rows. */
export const inSystem = <T>(work: (exec: Exec) => Promise<T>): Promise<T> => systemTx((client) => work(execOf(client)))

/** PersonGrants is a person as a list of people shows him. */
export interface PersonGrants {
  readonly id: string
  readonly userId: string | null
  readonly name: string
  readonly email: string | null
  readonly active: boolean
  readonly grants: readonly Grant[]
}

/** peopleOf lists the organization's people with their roles, by name. */
export const peopleOf = (orgId: string): Promise<PersonGrants[]> =>
  withTenant(orgId, async ({ db }) => {
    const rows = await db.person.findMany({
      where: { orgId },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { id: true, userId: true, name: true, email: true, active: true, grants: { select: { role: true, siteId: true } } },
    })
    return rows.map((row) => ({ ...row, grants: readGrants(row.grants) }))
  })

/** lockPerson reads a person with his roles and keeps others from changing them until the transaction ends. */
export async function lockPerson(exec: Exec, orgId: string, personId: string): Promise<PersonGrants | undefined> {
  const [person] = await exec.query<Omit<PersonGrants, 'grants'>>(
    `SELECT id, user_id AS "userId", name, email, active FROM person WHERE org_id = $1::uuid AND id = $2::uuid FOR UPDATE`,
    [orgId, personId],
  )
  if (!person) return undefined
  const rows = await exec.query<{ role: string; siteId: string | null }>(
    `SELECT role, site_id AS "siteId" FROM role_grant WHERE org_id = $1::uuid AND person_id = $2::uuid ORDER BY role, site_id`,
    [orgId, personId],
  )
  return { ...person, grants: readGrants(rows) }
}

/** lockOrganization keeps two changes of people from passing each other, so that the last administrator cannot vanish between them. */
export async function lockOrganization(exec: Exec, orgId: string): Promise<void> {
  await exec.query(`SELECT pg_advisory_xact_lock(hashtextextended('people:' || $1, 0))`, [orgId])
}

/** adminsOf counts the active people who may do everything everywhere. */
export async function adminsOf(exec: Exec, orgId: string): Promise<number> {
  const [row] = await exec.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM role_grant g JOIN person p ON p.org_id = g.org_id AND p.id = g.person_id
      WHERE g.org_id = $1::uuid AND g.role = 'admin' AND g.site_id IS NULL AND p.active AND p.user_id IS NOT NULL`,
    [orgId],
  )
  return row?.n ?? 0
}

/** siteIdsOf lists the ids of the organization's sites. */
export const siteIdsOf = async (exec: Exec, orgId: string): Promise<string[]> =>
  (await exec.query<{ id: string }>('SELECT id FROM site WHERE org_id = $1::uuid', [orgId])).map(({ id }) => id)

/** insertPerson stores a person. */
export async function insertPerson(exec: Exec, row: { orgId: string; id: string; userId: string | null; name: string; email: string | null; locale: string }): Promise<void> {
  await exec.query(
    'INSERT INTO person (org_id, id, user_id, name, email, locale) VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6)',
    [row.orgId, row.id, row.userId, row.name, row.email, row.locale],
  )
}

/** addGrants gives a person roles. */
export async function addGrants(exec: Exec, orgId: string, personId: string, grants: readonly Grant[]): Promise<void> {
  for (const { role, siteId } of grants) {
    await exec.query('INSERT INTO role_grant (org_id, id, person_id, role, site_id) VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5::uuid)', [
      orgId, newId(), personId, role, siteId,
    ])
  }
}

/** removeGrants takes roles from a person. */
export async function removeGrants(exec: Exec, orgId: string, personId: string, grants: readonly Grant[]): Promise<void> {
  for (const { role, siteId } of grants) {
    await exec.query(
      'DELETE FROM role_grant WHERE org_id = $1::uuid AND person_id = $2::uuid AND role = $3 AND site_id IS NOT DISTINCT FROM $4::uuid',
      [orgId, personId, role, siteId],
    )
  }
}

/** saveActive lets a person in or out. */
export async function saveActive(exec: Exec, orgId: string, personId: string, active: boolean): Promise<void> {
  await exec.query('UPDATE person SET active = $3, deactivated_at = CASE WHEN $3 THEN NULL ELSE coalesce(deactivated_at, now()) END WHERE org_id = $1::uuid AND id = $2::uuid', [orgId, personId, active])
}

/** isPerson tells whether the account is a person of the organization already. */
export const isPerson = async (exec: Exec, userId: string, orgId: string): Promise<boolean> =>
  (await exec.query('SELECT 1 FROM person WHERE org_id = $1::uuid AND user_id = $2', [orgId, userId])).length > 0
