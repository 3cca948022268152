import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { allOrganizations, type OrganizationRow } from './organizations.repo.ts'

/** listOrganizations lists every organization of the installation, for commands and workers. */
export const listOrganizations = (): Promise<OrganizationRow[]> => allOrganizations()

/** findOrganization finds one by id, slug or name; without a name the only one there is. 'invalid' when it must be named. */
export async function findOrganization(named?: string): Promise<OrganizationRow> {
  const all = await allOrganizations()
  if (named !== undefined) {
    const found = all.find((each) => each.id === named || each.slug === named || each.name === named)
    if (!found) throw notFound('This organization')
    return found
  }
  const only = all[0]
  if (!only) throw new AppError('not-found', 'There is no organization yet: start Millwright once, or create one.')
  if (all.length > 1) throw new AppError('invalid', `Name the organization: ${all.map((each) => each.slug).join(', ')}.`)
  return only
}
