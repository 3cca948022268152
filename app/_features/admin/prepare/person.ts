import { PASSWORD_LENGTH } from '#server/core/people/password.ts'
import type { Role } from '#server/core/people/permissions.ts'

/** PersonDraft is a person about to be added; e-mail and password stay empty for somebody who does not sign in. */
export interface PersonDraft {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly roles: readonly Role[]
}

/** PersonField names what can be wrong. */
export type PersonField = keyof PersonDraft

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** personProblems names the fields that keep a person from being added, in their order on the form. */
export function personProblems({ name, email, password, roles }: PersonDraft): readonly PersonField[] {
  const signsIn = email.trim() !== '' || password !== ''
  const wrong: readonly (readonly [PersonField, boolean])[] = [
    ['name', name.trim() === ''],
    ['email', signsIn && !ADDRESS.test(email.trim())],
    ['password', signsIn && (password.length < PASSWORD_LENGTH.min || password.length > PASSWORD_LENGTH.max)],
    ['roles', roles.length === 0],
  ]
  return wrong.filter(([, bad]) => bad).map(([field]) => field)
}
