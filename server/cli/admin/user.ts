import { randomBytes } from 'node:crypto'
import { AppError } from '#server/core/kernel/errors.ts'
import { isRole } from '#server/core/people/grants.ts'
import { ROLES, type Role } from '#server/core/people/permissions.ts'
import { createUser } from '#server/modules/people/index.ts'
import type { Options } from './options.ts'
import { organizationOf, siteIdOf } from './organization.ts'

/** rolesOf reads one role or several, separated by commas; 'invalid' lists those there are. */
export function rolesOf(text: string): Role[] {
  return text.split(',').map((part) => {
    const name = part.trim()
    if (!isRole(name)) throw new AppError('invalid', `"${name}" is not a role; the roles are ${ROLES.join(', ')}.`)
    return name
  })
}

/** createUserCommand makes a person who can sign in, and prints the password when it had to make one. */
export async function createUserCommand(options: Options, tell: (line: string) => void): Promise<void> {
  const email = options.required('email')
  const name = options.required('name')
  const roles = rolesOf(options.required('role'))
  const quiet = options.flag('json')
  const { id: orgId, slug } = await organizationOf(options, quiet ? () => undefined : tell)
  const siteId = await siteIdOf(orgId, options)
  const given = options.text('password')
  const password = given ?? randomBytes(12).toString('base64url')
  const made = await createUser({ orgId, email, name, password, roles: roles.map((role) => ({ role, siteId })) })
  if (quiet) return tell(JSON.stringify({ personId: made.personId, email, ...(given || made.existing ? {} : { password }) }))
  tell(`${name} <${email}> is now ${roles.join(' and ')} in ${slug}${siteId ? ` at ${options.text('site') ?? ''}` : ''}.`)
  if (made.existing) tell('The account was there already and keeps its password.')
  else if (!given) tell(`Password: ${password}  (shown once; change it after signing in)`)
}
