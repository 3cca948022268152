import { withTenant } from '#server/platform/db.ts'

/** MeRows is what the organization knows of the signed-in person. */
export interface MeRows {
  readonly orgName: string
  readonly orgSlug: string
  readonly email: string | null
  readonly locale: string
  readonly sites: { id: string; code: string; name: string; timeZone: string; demo: boolean }[]
  readonly steps: string[]
}

/** loadMe reads the person's profile, all sites of the organization and the first-day steps done; null when the person is gone. */
export const loadMe = (orgId: string, personId: string): Promise<MeRows | null> =>
  withTenant(orgId, async ({ db }) => {
    const person = await db.person.findFirst({ where: { orgId, id: personId }, select: { email: true, locale: true } })
    const organization = await db.organization.findFirst({ where: { id: orgId }, select: { name: true, slug: true } })
    if (!person || !organization) return null
    const sites = await db.site.findMany({
      where: { orgId },
      orderBy: { code: 'asc' },
      select: { id: true, code: true, name: true, timeZone: true, demo: true },
    })
    const steps = await db.firstDayStep.findMany({ where: { orgId, personId }, select: { step: true } })
    return { orgName: organization.name, orgSlug: organization.slug, email: person.email, locale: person.locale, sites, steps: steps.map(({ step }) => step) }
  })

/** saveLocale stores the language a person wants to read. */
export const saveLocale = (orgId: string, personId: string, locale: string): Promise<void> =>
  withTenant(orgId, async ({ db }) => {
    await db.person.updateMany({ where: { orgId, id: personId }, data: { locale } })
  })

/** organizationName reads the name of an organization. */
export const organizationName = (orgId: string): Promise<string | null> =>
  withTenant(orgId, async ({ db }) => (await db.organization.findFirst({ where: { id: orgId }, select: { name: true } }))?.name ?? null)
