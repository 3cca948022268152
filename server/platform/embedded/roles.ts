import pg from 'pg'

/** ROLES are the three database roles: owner migrates, app serves people under row-level security, system serves machines. */
export const ROLES = ['mw_owner', 'mw_app', 'mw_system'] as const
export type RoleName = (typeof ROLES)[number]

/** RolePasswords holds one password for each role. */
export type RolePasswords = Readonly<Record<RoleName, string>>

// Any number that nothing else locks: starts at the same time would change the same rows of the catalogue and fail.
const LOCK = 4_020_117

async function oneAtATime(admin: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  await admin.query('SELECT pg_advisory_lock($1)', [LOCK])
  try {
    await work()
  } finally {
    await admin.query('SELECT pg_advisory_unlock($1)', [LOCK])
  }
}

/**
 * ensureRoles makes the three roles, or gives existing ones these passwords. mw_app is granted to mw_system,
 * so that workers act for a tenant under the same policies as people. Needs CREATEROLE; safe to repeat.
 */
export async function ensureRoles(admin: pg.ClientBase, passwords: RolePasswords): Promise<void> {
  await oneAtATime(admin, async () => {
    for (const role of ROLES) {
      const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
      // A new role has no rights by default; naming those it lacks would ask for a superuser.
      await admin.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${role} LOGIN PASSWORD ${pg.escapeLiteral(passwords[role])}`)
    }
    await admin.query('GRANT mw_app TO mw_system')
  })
}

/** ensureDatabase makes the database unless it exists, owned by mw_owner; from a template when one is named. Needs a superuser. */
export async function ensureDatabase(admin: pg.ClientBase, name: string, template?: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name])
  if (rowCount) return
  const from = template ? ` TEMPLATE ${pg.escapeIdentifier(template)}` : ''
  await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} OWNER mw_owner${from}`)
}

/**
 * ensureRights gives the roles what they need on the connected database before the first migration: mw_owner may make
 * schemas and owns schema public, the others may connect. Needs a superuser, or the database's owner with CREATEROLE.
 */
export async function ensureRights(admin: pg.ClientBase): Promise<void> {
  const { rows } = await admin.query<{ name: string; super: boolean }>(
    'SELECT current_database() AS name, rolsuper AS super FROM pg_roles WHERE rolname = current_user',
  )
  const [here] = rows
  const database = pg.escapeIdentifier(here?.name ?? '')
  await oneAtATime(admin, async () => {
    // To give a schema away, an administrator who is no superuser must be able to act as its new owner.
    if (!here?.super) await admin.query('GRANT mw_owner TO CURRENT_USER')
    await admin.query(`GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${database} TO mw_owner`)
    await admin.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO mw_app, mw_system`)
    await admin.query('ALTER SCHEMA public OWNER TO mw_owner')
  })
}
