import { mkdtempSync, rmSync, chmodSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { databaseAccount } from '#server/platform/embedded/account.ts'
import { reachableBinaries } from '#server/platform/embedded/binaries.ts'
import { initialize, start, stop, SUPERUSER, type Cluster } from '#server/platform/embedded/cluster.ts'
import { migrate } from '#server/platform/embedded/migrate.ts'
import { ensureDatabase, ensureRights, ensureRoles, ROLES, type RolePasswords } from '#server/platform/embedded/roles.ts'

/** TEST_PASSWORD opens every role of the test cluster, which listens on loopback and lives for one run. */
export const TEST_PASSWORD = 'test-password'
/** TEMPLATE is the migrated database that each test file's own is cloned from. */
export const TEMPLATE = 'mw_template'

const repository = path.resolve(import.meta.dirname, '../..')

/** ClusterAddress is what a test process needs to reach the run's PostgreSQL. */
export interface ClusterAddress {
  readonly port: number
}

/** urlOf is the address of a database of the test cluster for one role. */
export const urlOf = (address: ClusterAddress, role: string, database: string): string =>
  `postgresql://${role}:${TEST_PASSWORD}@127.0.0.1:${address.port}/${database}`

/** withClient runs work over one connection and ends it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** TestCluster is a PostgreSQL of its own in a temporary folder. */
export interface TestCluster {
  readonly cluster: Cluster
  readonly address: ClusterAddress
  readonly close: () => Promise<void>
}

/** startCluster starts a fresh PostgreSQL with the three roles and a migrated template. Nothing is synced to disk: it need not survive. */
export async function startCluster(): Promise<TestCluster> {
  const account = databaseAccount()
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'mw-test-'))
  chmodSync(temporary, 0o755)
  const cluster: Cluster = {
    binaries: reachableBinaries(account, path.join(os.tmpdir(), 'mw-test-postgresql')),
    account,
    folder: path.join(temporary, 'postgres'),
    superuserPassword: TEST_PASSWORD,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '256MB', max_connections: '300' },
  }
  await initialize(cluster)
  const { port } = await start(cluster)
  const address = { port }
  await prepare(address)
  const close = async (): Promise<void> => {
    await stop(cluster)
    rmSync(temporary, { recursive: true, force: true })
  }
  return { cluster, address, close }
}

async function prepare(address: ClusterAddress): Promise<void> {
  const passwords = Object.fromEntries(ROLES.map((role) => [role, TEST_PASSWORD])) as RolePasswords
  await withClient(urlOf(address, SUPERUSER, 'postgres'), async (admin) => {
    await ensureRoles(admin, passwords)
    await ensureDatabase(admin, TEMPLATE)
  })
  await withClient(urlOf(address, SUPERUSER, TEMPLATE), ensureRights)
  await withClient(urlOf(address, 'mw_owner', TEMPLATE), (owner) => migrate(owner, path.join(repository, 'prisma/migrations')))
}
