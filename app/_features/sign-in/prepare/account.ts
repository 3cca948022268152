import type { Role } from '#server/core/people/permissions.ts'

/** Account is one demo account to choose from. */
export interface Account {
  readonly role: Role
  readonly email: string
  readonly name: string
}
