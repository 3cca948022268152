import { createHmac, randomBytes } from 'node:crypto'
import { chmodSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { ROLES, type RolePasswords } from '../embedded/roles.ts'
import { readJson, writeJson } from '../json-file.ts'

const secretsSchema = z.object({
  /** Signs sessions, and the roles' passwords come from it. */
  secret: z.string().min(32),
  /** Of the embedded PostgreSQL's superuser. */
  postgresPassword: z.string().min(16),
})

/** Secrets are made at the first start and stay in DATA_DIR; none is ever shipped. */
export type Secrets = z.infer<typeof secretsSchema>

const secretsFile = (dataFolder: string): string => path.join(dataFolder, 'secrets.json')

/** readSecrets gives the installation's secrets, or null before the first start. */
export const readSecrets = (dataFolder: string): Secrets | null => readJson(secretsFile(dataFolder), secretsSchema)

/** ensureSecrets reads the installation's secrets and makes them (256 random bits each) at the first start. */
export function ensureSecrets(dataFolder: string): Secrets {
  const known = readSecrets(dataFolder)
  if (known) return known
  const made: Secrets = { secret: randomBytes(32).toString('hex'), postgresPassword: randomBytes(32).toString('hex') }
  writeJson(secretsFile(dataFolder), made)
  chmodSync(secretsFile(dataFolder), 0o600)
  return made
}

/** rolePasswords derives the database roles' passwords (HMAC-SHA256), so that machines that share MILLWRIGHT_SECRET share them. */
export const rolePasswords = (secret: string): RolePasswords =>
  Object.fromEntries(ROLES.map((role) => [role, createHmac('sha256', secret).update(`database role ${role}`).digest('hex')])) as RolePasswords
