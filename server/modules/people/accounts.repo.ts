import type { Exec } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'

/** findUser looks an account up by its e-mail address, which is kept in lower case. */
export async function findUser(exec: Exec, email: string): Promise<string | undefined> {
  const [row] = await exec.query<{ id: string }>('SELECT id FROM auth_user WHERE email = $1', [email])
  return row?.id
}

/** insertUser makes an account with a password, in the form the sign-in library reads; gives its id. */
export async function insertUser(exec: Exec, user: { name: string; email: string; passwordHash: string }): Promise<string> {
  const id = newId()
  await exec.query('INSERT INTO auth_user (id, name, email, email_verified) VALUES ($1, $2, $3, true)', [id, user.name, user.email])
  await exec.query(
    `INSERT INTO auth_account (id, account_id, provider_id, user_id, password) VALUES ($1, $2, 'credential', $2, $3)`,
    [newId(), id, user.passwordHash],
  )
  return id
}

/** savePassword replaces an account's password and ends its sessions. */
export async function savePassword(exec: Exec, userId: string, passwordHash: string): Promise<void> {
  await exec.query(`UPDATE auth_account SET password = $2, updated_at = now() WHERE user_id = $1 AND provider_id = 'credential'`, [userId, passwordHash])
  await exec.query('DELETE FROM auth_session WHERE user_id = $1', [userId])
}

/** addMembership lets the account into the organization as that person. */
export async function addMembership(exec: Exec, userId: string, orgId: string, personId: string): Promise<void> {
  await exec.query('INSERT INTO membership (user_id, org_id, person_id) VALUES ($1, $2::uuid, $3::uuid) ON CONFLICT DO NOTHING', [userId, orgId, personId])
}

/** removeMembership shuts the account out of the organization: its sessions there end, and keys the person made stop working; gives their ids. */
export async function removeMembership(exec: Exec, userId: string | null, orgId: string, personId: string): Promise<string[]> {
  if (userId !== null) {
    await exec.query('DELETE FROM membership WHERE user_id = $1 AND org_id = $2::uuid', [userId, orgId])
    await exec.query('DELETE FROM auth_session WHERE user_id = $1 AND (active_org_id = $2::uuid OR active_org_id IS NULL)', [userId, orgId])
  }
  const keys = await exec.query<{ id: string }>(
    'UPDATE api_key SET revoked_at = now() WHERE org_id = $1::uuid AND created_by = $2 AND revoked_at IS NULL RETURNING id',
    [orgId, personId],
  )
  return keys.map(({ id }) => id)
}
