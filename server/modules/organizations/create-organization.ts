import { AppError } from '#server/core/kernel/errors.ts'
import { isTimeZone } from '#server/core/kernel/zone.ts'
import type { Actor } from '#server/core/people/actor.ts'
import { requireEverywhere } from '#server/core/people/actor.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { newId } from '#server/platform/ids.ts'
import type { Exec } from '#server/platform/db.ts'
import { inTenant, insertOrganization, insertSite } from './organizations.repo.ts'

/** NewSite is a site to be made: its code is unique in the organization, its time zone an IANA name. */
export interface NewSite {
  readonly code: string
  readonly name: string
  readonly timeZone: string
  readonly demo?: boolean
}

async function addSite(exec: Exec, actor: Actor, site: NewSite): Promise<string> {
  const { orgId } = actor
  if (!isTimeZone(site.timeZone)) throw new AppError('invalid', `"${site.timeZone}" is not a time zone. Give an IANA name such as Europe/Berlin.`)
  const id = newId()
  const made = await insertSite(exec, { orgId, id, code: site.code, name: site.name, timeZone: site.timeZone, demo: site.demo ?? false })
  if (!made) throw new AppError('conflict', `There is already a site with the code ${site.code}.`)
  await writeAudit({ orgId, exec }, { actor, action: 'site.create', entity: 'site', entityId: id, after: site })
  return id
}

// It names the folder of the organization's secrets.
const SHORT_NAME = /^[a-z0-9][a-z0-9-]{0,63}$/

/** createOrganization makes an organization with its first site; only the command line and seeds do this. 'conflict' when the slug is taken. */
export function createOrganization(input: { readonly name: string; readonly slug: string; readonly site: NewSite }): Promise<{ orgId: string; siteId: string }> {
  if (!SHORT_NAME.test(input.slug)) throw new AppError('invalid', `"${input.slug}" is no short name: use small letters, digits and hyphens.`)
  const orgId = newId()
  const actor: Actor = { type: 'system', orgId }
  return inTenant(orgId, async (exec) => {
    if (!(await insertOrganization(exec, { id: orgId, name: input.name, slug: input.slug }))) {
      throw new AppError('conflict', `There is already an organization with the short name ${input.slug}.`)
    }
    await writeAudit({ orgId, exec }, { actor, action: 'organization.create', entity: 'organization', entityId: orgId, after: { name: input.name, slug: input.slug } })
    return { orgId, siteId: await addSite(exec, actor, input.site) }
  })
}

/** createSite adds a site to the actor's organization; needs people.edit at every site, since a new site has no people yet. */
export async function createSite(actor: Actor, site: NewSite): Promise<{ siteId: string }> {
  requireEverywhere(actor, 'people.edit')
  return { siteId: await inTenant(actor.orgId, (exec) => addSite(exec, actor, site)) }
}
