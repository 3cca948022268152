import { AppError } from '#server/core/kernel/errors.ts'
import { inTenant, sitesOf, type SiteRow } from './organizations.repo.ts'

/** findSite finds a site of the organization by id or code, for commands; 'not-found' names the codes there are. */
export async function findSite(orgId: string, named: string): Promise<SiteRow> {
  const sites = await inTenant(orgId, (exec) => sitesOf(exec, orgId))
  const found = sites.find((site) => site.id === named || site.code === named)
  if (!found) throw new AppError('not-found', `There is no site ${named}; the sites are ${sites.map((site) => site.code).join(', ')}.`)
  return found
}
