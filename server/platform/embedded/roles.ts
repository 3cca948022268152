import pg from 'pg'
import { AppError } from '../../core/kernel/errors.ts'

/** ROLES are the three database roles: owner migrates, app serves people under row-level security, system serves machines. */
export const ROLES = ['mw_owner', 'mw_app', 'mw_system'] as const
export type RoleName = (typeof ROLES)[number]

/** RolePasswords holds one password for each role. */
export type RolePasswords = Readonly<Record<RoleName, string>>

/** quoteLiteral writes a text as an SQL literal; for the few statements that take no parameters. */
const quoteLiteral = (text: string): string => pg.escapeLiteral(text)
const quoteName = (name: string): string => pg.escapeIdentifier(name)

/**
 * ensureRoles makes the three roles, or gives existing ones these passwords. mw_app is granted to mw_system,
 * so that workers act for a tenant under the same policies as people. Needs CREATEROLE; safe to repeat.
 */
export async function ensureRoles(admin: pg.ClientBase, passwords: RolePasswords): Promise<void> {
  for (const role of ROLES) {
    const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
    const verb = rowCount ? 'ALTER' : 'CREATE'
    await admin.query(`${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${quoteLiteral(passwords[role])}`)
  }
  await admin.query('GRANT mw_app TO mw_system')
}

/** ensureDatabase makes the database unless it exists, owned by mw_owner; from a template when one is named. */
export async function ensureDatabase(admin: pg.ClientBase, name: string, template?: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name])
  if (rowCount) return
  // A server that the administrator does not own outright (managed PostgreSQL) asks for membership in the new owner.
  await admin.query('GRANT mw_owner TO CURRENT_USER').catch(() => undefined)
  await admin.query(`CREATE DATABASE ${quoteName(name)} OWNER mw_owner${template ? ` TEMPLATE ${quoteName(template)}` : ''}`)
}

/**
 * ensureRights gives the roles what they need on the connected database before the first migration: schema public
 * belongs to mw_owner, schema queue to mw_system (BullMQ makes its tables itself), and nobody else may connect.
 */
export async function ensureRights(admin: pg.ClientBase): Promise<void> {
  const { rows } = await admin.query<{ name: string }>('SELECT current_database() AS name')
  const database = quoteName(rows[0]?.name ?? '')
  try {
    await admin.query('ALTER SCHEMA public OWNER TO mw_owner')
    await admin.query('CREATE SCHEMA IF NOT EXISTS queue AUTHORIZATION mw_system')
    await admin.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`)
    await admin.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO mw_owner, mw_app, mw_system`)
  } catch (error) {
    throw new AppError('unavailable', `The database role of DATABASE_URL may not prepare the database (${(error as Error).message}): it needs to own it and to have CREATEROLE, or to be a superuser.`)
  }
}
