import { hashPassword } from 'better-auth/crypto'
import { AppError, notFound } from '#server/core/kernel/errors.ts'
import { requirePermission, type Actor, type Grant } from '#server/core/people/actor.ts'
import { grantChange, requireMayGrant } from '#server/core/people/granting.ts'
import { PASSWORD_LENGTH } from '#server/core/people/password.ts'
import { DEFAULT_LOCALE, type Locale } from '#server/core/people/locales.ts'
import { writeAudit } from '#server/platform/audit.ts'
import type { Exec } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { addMembership, findUser, insertUser } from './accounts.repo.ts'
import { addGrants, inTenant, insertPerson, isPerson, lockOrganization, siteIdsOf } from './people.repo.ts'

/** NewPerson is a person to be added; with an e-mail address and a password he can sign in. */
export interface NewPerson {
  readonly name: string
  readonly email?: string | undefined
  readonly password?: string | undefined
  readonly locale?: Locale | undefined
  readonly roles: readonly Grant[]
}

/** CreatedPerson names what was made; existing says that the account was there already and kept its password. */
export interface CreatedPerson {
  readonly personId: string
  readonly userId: string | null
  readonly existing: boolean
}

/** requireLength throws `invalid` unless the password has an allowed length. */
export function requireLength(password: string): void {
  if (password.length >= PASSWORD_LENGTH.min && password.length <= PASSWORD_LENGTH.max) return
  throw new AppError('invalid', `A password has ${PASSWORD_LENGTH.min} to ${PASSWORD_LENGTH.max} characters.`)
}

/** requireSites throws 'not-found' when a grant names a site that is not the organization's. */
export async function requireSites(exec: Exec, orgId: string, grants: readonly Grant[]): Promise<void> {
  const sites = await siteIdsOf(exec, orgId)
  if (grants.some(({ siteId }) => siteId !== null && !sites.includes(siteId))) throw notFound('This site')
}

async function accountFor(exec: Exec, person: NewPerson): Promise<{ userId: string | null; existing: boolean }> {
  const email = person.email?.trim().toLowerCase()
  if (email === undefined) return { userId: null, existing: false }
  // The account of someone who works for another organization too keeps its name and password: they are not this organization's.
  const found = await findUser(exec, email)
  if (found !== undefined) return { userId: found, existing: true }
  if (person.password === undefined) return { userId: null, existing: false }
  return { userId: await insertUser(exec, { name: person.name, email, passwordHash: await hashPassword(person.password) }), existing: false }
}

/**
 * createPerson adds a person with roles, and an account when an e-mail address and a password are given, in one transaction.
 * 'forbidden' for a role beyond the actor's own, 'conflict' when the account is a person of the organization already.
 */
export async function createPerson(actor: Actor, input: NewPerson): Promise<CreatedPerson> {
  const { orgId } = actor
  requirePermission(actor, 'people.edit')
  const { add: roles } = grantChange([], input.roles)
  requireMayGrant(actor, { add: roles, remove: [] })
  if (input.password !== undefined) requireLength(input.password)
  return inTenant(orgId, async (exec) => {
    await lockOrganization(exec, orgId)
    await requireSites(exec, orgId, roles)
    const account = await accountFor(exec, input)
    if (account.userId !== null && (await isPerson(exec, account.userId, orgId))) {
      throw new AppError('conflict', 'There is already a person with this e-mail address.')
    }
    const personId = newId()
    const email = input.email?.trim().toLowerCase() ?? null
    await insertPerson(exec, { orgId, id: personId, userId: account.userId, name: input.name, email, locale: input.locale ?? DEFAULT_LOCALE })
    await addGrants(exec, orgId, personId, roles)
    if (account.userId !== null) await addMembership(exec, account.userId, orgId, personId)
    await writeAudit({ orgId, exec }, { actor, action: 'person.create', entity: 'person', entityId: personId, after: { name: input.name, email, roles } })
    return { personId, ...account }
  })
}

/** createUser adds a person who can sign in, on behalf of the installation itself: for the command line and seeds. */
export const createUser = ({ orgId, ...person }: NewPerson & { readonly orgId: string; readonly email: string; readonly password: string }): Promise<CreatedPerson> =>
  createPerson({ type: 'system', orgId }, person)
