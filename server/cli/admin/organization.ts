import { createOrganization, findOrganization, findSite, listOrganizations } from '#server/modules/organizations/index.ts'
import type { Options } from './options.ts'

/** organizationOf finds the organization that --org names, or the only one; an empty installation gets its first one, so that the first user can be made. */
export async function organizationOf(options: Options, tell: (line: string) => void): Promise<{ id: string; slug: string }> {
  const named = options.text('org')
  if (named !== undefined || (await listOrganizations()).length > 0) return findOrganization(named)
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const { orgId } = await createOrganization({ name: 'My organization', slug: 'main', site: { code: 'MAIN', name: 'Main site', timeZone } })
  tell(`Made the first organization, "main", with the site MAIN (${timeZone}).`)
  return { id: orgId, slug: 'main' }
}

/** siteIdOf is the id of the site that --site names, or null when none is named. */
export async function siteIdOf(orgId: string, options: Options): Promise<string | null> {
  const named = options.text('site')
  return named === undefined ? null : (await findSite(orgId, named)).id
}

/** createOrganizationCommand makes an organization with its first site. */
export async function createOrganizationCommand(options: Options, tell: (line: string) => void): Promise<void> {
  const timeZone = options.text('time-zone') ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const code = options.text('site') ?? 'MAIN'
  await createOrganization({ name: options.required('name'), slug: options.required('slug'), site: { code, name: options.text('site-name') ?? code, timeZone } })
  tell(`Made the organization ${options.required('slug')} with the site ${code} (${timeZone}).`)
}
