import { execOf, systemExec, systemTx, type Exec } from '#server/platform/db.ts'

/** OrganizationRow is an organization as commands list it. */
export interface OrganizationRow {
  readonly id: string
  readonly no: number
  readonly name: string
  readonly slug: string
}

/** allOrganizations lists every organization of the installation, oldest first. */
export const allOrganizations = (): Promise<OrganizationRow[]> =>
  systemExec().query('SELECT id, no, name, slug FROM organization ORDER BY no')

/** inTenant runs work as mw_system in one transaction with the tenant's rows open. */
export const inTenant = <T>(orgId: string, work: (exec: Exec) => Promise<T>): Promise<T> =>
  systemTx((client) => work(execOf(client)), orgId)

/** insertOrganization stores a new organization; false when the slug is taken. */
export async function insertOrganization(exec: Exec, row: { id: string; name: string; slug: string }): Promise<boolean> {
  const made = await exec.query(
    'INSERT INTO organization (id, name, slug) VALUES ($1::uuid, $2, $3) ON CONFLICT (slug) DO NOTHING RETURNING id',
    [row.id, row.name, row.slug],
  )
  return made.length > 0
}

/** insertSite stores a new site; false when the code is taken. */
export async function insertSite(exec: Exec, row: { orgId: string; id: string; code: string; name: string; timeZone: string; demo: boolean }): Promise<boolean> {
  const made = await exec.query(
    `INSERT INTO site (org_id, id, code, name, time_zone, demo) VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6)
     ON CONFLICT (org_id, code) DO NOTHING RETURNING id`,
    [row.orgId, row.id, row.code, row.name, row.timeZone, row.demo],
  )
  return made.length > 0
}

/** SiteRow is a site as commands name it. */
export interface SiteRow {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** sitesOf lists the organization's sites by code. */
export const sitesOf = (exec: Exec, orgId: string): Promise<SiteRow[]> =>
  exec.query('SELECT id, code, name FROM site WHERE org_id = $1::uuid ORDER BY code', [orgId])
