import path from 'node:path'
import pg from 'pg'
import { AppError } from '../../core/kernel/errors.ts'
import { reachableBinaries } from '../embedded/binaries.ts'
import { initialize, isInitialized, start, stop, SUPERUSER, type Cluster } from '../embedded/cluster.ts'
import { migrate } from '../embedded/migrate.ts'
import { choosePlace, findPlace, SHARED_FOLDER } from '../embedded/place.ts'
import { processExists } from '../embedded/postmaster.ts'
import { ensureDatabase, ensureRights, ensureRoles } from '../embedded/roles.ts'
import { ensureSecrets, readSecrets, rolePasswords } from './secrets.ts'

/** DATABASE is the name of the embedded cluster's one database. */
const DATABASE = 'millwright'
const OLDEST_VERSION = 150_000

/** Addresses are the database's addresses for its three roles. */
export interface Addresses {
  readonly MW_OWNER_URL: string
  readonly MW_APP_URL: string
  readonly MW_SYSTEM_URL: string
}

/** OpenDatabase is the installation's database, up and migrated. */
export interface OpenDatabase {
  readonly addresses: Addresses
  readonly secret: string
  /** Names of the migrations that this start applied. */
  readonly migrated: readonly string[]
  /** Where the embedded PostgreSQL keeps its files; null with DATABASE_URL. */
  readonly folder: string | null
  /** True when it ran already. */
  readonly adopted: boolean
  /** Tells whether the embedded PostgreSQL's main process lives; always true with DATABASE_URL. */
  readonly alive: () => boolean
  /** Starts the embedded PostgreSQL again at the same address after it died. */
  readonly restart: () => Promise<void>
  /** Stops the embedded PostgreSQL; leaves that of DATABASE_URL alone. */
  readonly stop: () => Promise<void>
}

/** DatabaseRequest says which installation: its data folder, the checkout, and the variables that matter here. */
export interface DatabaseRequest {
  readonly dataFolder: string
  readonly root: string
  readonly databaseUrl: string | undefined
  readonly secret: string | undefined
}

/** openDatabase brings the installation's database up: roles, rights and migrations included. Safe to repeat at every start. */
export async function openDatabase(request: DatabaseRequest): Promise<OpenDatabase> {
  if (!request.databaseUrl && !readSecrets(request.dataFolder) && findPlace(request.dataFolder)) {
    throw new AppError('unavailable', `${request.dataFolder}/secrets.json is gone, and the database there opens only with it: restore it from a backup, or choose an empty DATA_DIR.`)
  }
  const secrets = ensureSecrets(request.dataFolder)
  const secret = request.secret ?? secrets.secret
  return request.databaseUrl ? openGiven(request, request.databaseUrl, secret) : openEmbedded(request, secrets.postgresPassword, secret)
}

async function openEmbedded(request: DatabaseRequest, superuserPassword: string, secret: string): Promise<OpenDatabase> {
  const place = choosePlace(request.dataFolder)
  const cluster: Cluster = { ...place, binaries: reachableBinaries(place.account, SHARED_FOLDER), superuserPassword }
  if (!isInitialized(cluster)) await initialize(cluster)
  const first = await start(cluster)
  let pid = first.pid
  const server = `postgresql://${SUPERUSER}:${superuserPassword}@127.0.0.1:${first.port}`
  const passwords = rolePasswords(secret)
  await connected(`${server}/postgres`, async (admin) => {
    await ensureRoles(admin, passwords)
    await ensureDatabase(admin, DATABASE)
  })
  await connected(`${server}/${DATABASE}`, ensureRights)
  const addresses = addressesAt(new URL(`${server}/${DATABASE}`), passwords)
  return {
    addresses, secret, folder: place.folder, adopted: first.adopted,
    migrated: await migrated(addresses, request.root),
    alive: () => processExists(pid),
    restart: async () => { pid = (await start(cluster, first.port)).pid },
    stop: () => stop(cluster),
  }
}

async function openGiven(request: DatabaseRequest, databaseUrl: string, secret: string): Promise<OpenDatabase> {
  const passwords = rolePasswords(secret)
  await connected(databaseUrl, async (admin) => {
    const { rows } = await admin.query<{ version: number; createrole: boolean }>(
      `SELECT current_setting('server_version_num')::int AS version, rolsuper OR rolcreaterole AS createrole FROM pg_roles WHERE rolname = current_user`,
    )
    const [server] = rows
    if (!server || server.version < OLDEST_VERSION) throw new AppError('unavailable', 'The PostgreSQL of DATABASE_URL is older than 15: Millwright needs 15 or newer.')
    try {
      await ensureRoles(admin, passwords)
      await ensureRights(admin)
    } catch (error) {
      throw new AppError('unavailable', `The role of DATABASE_URL may not prepare the database: it must own it and have CREATEROLE, or be a superuser (PostgreSQL says: ${(error as Error).message}).`)
    }
  })
  const addresses = addressesAt(new URL(databaseUrl), passwords)
  return {
    addresses, secret, folder: null, adopted: true,
    migrated: await migrated(addresses, request.root),
    alive: () => true,
    restart: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  }
}

function addressesAt(base: URL, passwords: Readonly<Record<'mw_owner' | 'mw_app' | 'mw_system', string>>): Addresses {
  const address = (role: keyof typeof passwords): string => {
    const url = new URL(base)
    url.username = role
    url.password = passwords[role]
    return url.href
  }
  return { MW_OWNER_URL: address('mw_owner'), MW_APP_URL: address('mw_app'), MW_SYSTEM_URL: address('mw_system') }
}

const migrated = (addresses: Addresses, root: string): Promise<string[]> =>
  connected(addresses.MW_OWNER_URL, (owner) => migrate(owner, path.join(root, 'prisma/migrations')))

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch (error) {
    const { host, pathname } = new URL(url)
    throw new AppError('unavailable', `The database ${pathname.slice(1)} at ${host} does not let Millwright in: ${(error as Error).message}.`)
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
