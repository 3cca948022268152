import { hashPassword } from 'better-auth/crypto'
import { notFound } from '#server/core/kernel/errors.ts'
import { findUser, savePassword } from './accounts.repo.ts'
import { requireLength } from './create-person.ts'
import { inSystem } from './people.repo.ts'

/** resetPassword replaces an account's password and ends its sessions; for the command line, since an account may belong to several organizations. */
export async function resetPassword(input: { readonly email: string; readonly password: string }): Promise<void> {
  requireLength(input.password)
  const passwordHash = await hashPassword(input.password)
  await inSystem(async (exec) => {
    const userId = await findUser(exec, input.email.trim().toLowerCase())
    if (userId === undefined) throw notFound('This account')
    await savePassword(exec, userId, passwordHash)
  })
}
