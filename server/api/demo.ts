import { demoAccounts } from '#server/modules/demo/index.ts'
import type { Role } from '#server/core/people/permissions.ts'

/** SignInChoice is one demo account that the sign-in page offers. */
export interface SignInChoice {
  readonly role: Role
  readonly email: string
  readonly name: string
}

/** signInChoices lists the demo's accounts without their password, for people who are not signed in yet; none outside a demo. */
export const signInChoices = (): readonly SignInChoice[] => demoAccounts()?.accounts.map(({ role, email, name }) => ({ role, email, name })) ?? []
