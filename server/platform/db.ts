import pg from 'pg'
import { PrismaClient, type Prisma } from './prisma/client.ts'
import { env } from './env.ts'
import { oneStatementAtATime } from './one-statement.ts'
import { applicationName } from './process-name.ts'

/** SystemClient is a connection of mw_system inside a transaction. */
export type SystemClient = pg.PoolClient

/** Exec runs plain SQL; a pg client, a pg pool and a Prisma transaction all give one. */
export interface Exec {
  query<Row extends object>(sql: string, params?: readonly unknown[]): Promise<Row[]>
}

/** Tx is one transaction of one tenant: Prisma for ordinary work, exec for plain SQL, both under row-level security. */
export interface Tx {
  readonly orgId: string
  readonly db: Prisma.TransactionClient
  readonly exec: Exec
}

interface Pools {
  prisma: PrismaClient
  system: pg.Pool
}

// Next.js may load this file more than once in one process (one copy per bundle); the pools must be one.
const store = globalThis as typeof globalThis & { __millwrightPools?: Partial<Pools>; __millwrightOrgNo?: Map<string, number> }
const pools = (store.__millwrightPools ??= {})
const orgNumbers = (store.__millwrightOrgNo ??= new Map())

const required = (name: 'MW_APP_URL' | 'MW_SYSTEM_URL'): string => {
  const value = env()[name]
  if (!value) throw new Error(`${name} is not set: start Millwright with "npm start", which makes the database roles and their addresses.`)
  return value
}

/** prisma is the client of the role that serves people (mw_app). Outside withTenant it sees no tenant's rows. */
export const prisma = (): PrismaClient =>
  (pools.prisma ??= new PrismaClient({ adapter: oneStatementAtATime(required('MW_APP_URL'), 20) }))

/** systemPool is the pool of the role that serves machines (mw_system): inbox, lanes, outbox, keys, sign-in tables. */
export const systemPool = (): pg.Pool => {
  if (!pools.system) {
    pools.system = new pg.Pool({ connectionString: required('MW_SYSTEM_URL'), max: 16, application_name: applicationName() })
    // An idle connection that breaks (a restarted database) is replaced by the pool; without a listener it would end the process.
    pools.system.on('error', () => undefined)
  }
  return pools.system
}

/** execOf makes an Exec from a pg client or pool. */
export const execOf = (client: pg.ClientBase | pg.Pool): Exec => ({
  query: async <Row extends object>(sql: string, params: readonly unknown[] = []) =>
    (await client.query<Row & pg.QueryResultRow>(sql, params as unknown[])).rows,
})

/** systemExec runs plain SQL as mw_system, outside a transaction. */
export const systemExec = (): Exec => execOf(systemPool())

/** systemTx runs work in one transaction as mw_system; with an orgId, tenant tables are open for that tenant only. */
export async function systemTx<T>(work: (client: pg.PoolClient) => Promise<T>, orgId?: string): Promise<T> {
  const client = await systemPool().connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    if (orgId) await setTenant(execOf(client), orgId)
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((rollbackError: Error) => {
      broken = rollbackError
    })
    throw error
  } finally {
    client.release(broken)
  }
}

async function setTenant(exec: Exec, orgId: string): Promise<void> {
  await exec.query(`SELECT set_config('mw.org', $1, true)`, [orgId])
  let no = orgNumbers.get(orgId)
  if (no === undefined) {
    const [row] = await exec.query<{ no: number }>('SELECT no FROM organization WHERE id = $1::uuid', [orgId])
    if (!row) return
    no = row.no
    orgNumbers.set(orgId, no)
  }
  await exec.query(`SELECT set_config('mw.org_no', $1, true)`, [String(no)])
}

/**
 * withTenant runs one interactive transaction as mw_app with the tenant set, so that row-level security
 * shows that organization's rows and no others. Retry is the caller's choice.
 */
export function withTenant<T>(orgId: string, work: (tx: Tx) => Promise<T>, options: { timeoutMs?: number } = {}): Promise<T> {
  return prisma().$transaction(
    async (db) => {
      const exec: Exec = {
        query: <Row extends object>(sql: string, params: readonly unknown[] = []) =>
          db.$queryRawUnsafe<Row[]>(sql, ...params),
      }
      await setTenant(exec, orgId)
      return work({ orgId, db, exec })
    },
    { timeout: options.timeoutMs ?? 15_000, maxWait: 10_000 },
  )
}

/** closeDatabase ends every connection of this process. */
export async function closeDatabase(): Promise<void> {
  await pools.prisma?.$disconnect()
  await pools.system?.end()
  delete pools.prisma
  delete pools.system
  orgNumbers.clear()
}
