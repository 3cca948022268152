import type { Grant, PersonActor } from '#server/core/people/actor.ts'
import { can, permissionsOf } from '#server/core/people/actor.ts'
import { firstDayOf, type FirstDayStep } from '#server/core/people/first-day.ts'
import { localeOf, type Locale } from '#server/core/people/locales.ts'
import type { Permission } from '#server/core/people/permissions.ts'
import { notFound } from '#server/core/kernel/errors.ts'
import { loadMe, organizationName, saveLocale } from './me.repo.ts'
import { forgetPerson } from './resolve-session.ts'
import { membershipsOfSession } from './session.repo.ts'

/** Me is what the screens need to know of the person who looks at them. */
export interface Me {
  readonly personId: string
  readonly name: string
  readonly email: string | null
  readonly orgId: string
  readonly orgName: string
  /** The organization's short name, which its secrets are kept under. */
  readonly orgSlug: string
  readonly locale: Locale
  readonly grants: readonly Grant[]
  readonly permissions: readonly Permission[]
  /** The sites the person may see. */
  readonly sites: readonly { readonly id: string; readonly code: string; readonly name: string; readonly timeZone: string; readonly demo: boolean }[]
  readonly firstDay: readonly { readonly step: FirstDayStep; readonly done: boolean }[]
  /** Every organization the user belongs to, for switching between them. */
  readonly organizations: readonly { readonly id: string; readonly name: string }[]
}

/** getMe describes the signed-in person: permissions, sites in reach and the first-day list with what is done. */
export async function getMe(actor: PersonActor, sessionId: string): Promise<Me> {
  const rows = await loadMe(actor.orgId, actor.personId)
  if (!rows) throw notFound('This person')
  const done = new Set(rows.steps)
  const organizations: { id: string; name: string }[] = []
  for (const { orgId } of await membershipsOfSession(sessionId)) {
    organizations.push({ id: orgId, name: orgId === actor.orgId ? rows.orgName : ((await organizationName(orgId)) ?? '') })
  }
  return {
    personId: actor.personId,
    name: actor.name,
    email: rows.email,
    orgId: actor.orgId,
    orgName: rows.orgName,
    orgSlug: rows.orgSlug,
    locale: localeOf(rows.locale),
    grants: actor.grants,
    permissions: permissionsOf(actor),
    sites: rows.sites.filter((site) => can(actor, 'me.read', site.id)),
    firstDay: firstDayOf(actor.grants.map((grant) => grant.role)).map((step) => ({ step, done: done.has(step) })),
    organizations,
  }
}

/** setLocale changes the language the person reads. */
export async function setLocale(actor: PersonActor, input: { readonly locale: Locale }): Promise<void> {
  await saveLocale(actor.orgId, actor.personId, input.locale)
  forgetPerson(actor.personId)
}
