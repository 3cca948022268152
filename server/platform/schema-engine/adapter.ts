import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import type { ColumnType, SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory, SqlQueryable } from '@prisma/driver-adapter-utils'

/** The parts of adapter-pg that are changed or used below: how it asks pg, before it maps the columns and the errors. */
interface Raw {
  performIO: (query: object) => Promise<{ fields: { dataTypeID: number }[]; rows: unknown[][] }>
  onError: (error: unknown) => never
  underlyingDriver: () => { query: (sql: string) => Promise<unknown> }
}

// PostgreSQL's catalogue has columns of the type "char" (oid 18), which adapter-pg does not map. They are read as text (oid 25).
const CHAR_OID = 18
const TEXT_OID = 25
const CHARACTER: ColumnType = 6

function readCatalogue<Queryable extends SqlQueryable>(queryable: Queryable): Queryable {
  const raw = queryable as unknown as Raw
  const charColumns = new WeakMap<object, number[]>()
  const performIO = raw.performIO.bind(queryable)
  raw.performIO = async (query) => {
    const result = await performIO(query)
    const columns = result.fields.flatMap((field, index) => (field.dataTypeID === CHAR_OID ? [index] : []))
    for (const index of columns) {
      const field = result.fields[index]
      if (field) field.dataTypeID = TEXT_OID
      // An empty "char" is the byte zero, and the engine insists on one character.
      for (const row of result.rows) if (row[index] === '') row[index] = '\0'
    }
    charColumns.set(query, columns)
    return result
  }
  const queryRaw = queryable.queryRaw.bind(queryable)
  queryable.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const index of charColumns.get(query) ?? []) result.columnTypes[index] = CHARACTER
    return result
  }
  return queryable
}

/** mended is the adapter with scripts sent whole (adapter-pg cuts them at every semicolon, in comments and function bodies too) and the catalogue readable. */
function mended(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const raw = adapter as unknown as Raw
  adapter.executeScript = async (script) => {
    try {
      await raw.underlyingDriver().query(script)
    } catch (error) {
      raw.onError(error)
    }
  }
  const startTransaction = adapter.startTransaction.bind(adapter)
  adapter.startTransaction = async (...args) => readCatalogue(await startTransaction(...args))
  return readCatalogue(adapter)
}

/** databaseAdapter opens the database for the schema engine, and shadow databases beside it for `migrate dev` and `diff --from-migrations`. */
export function databaseAdapter(url: string): SqlMigrationAwareDriverAdapterFactory {
  const address = new URL(url)
  // By parts: from a connection string, adapter-pg's shadow connection would reach the main database.
  const factory = (database: string): PrismaPg =>
    new PrismaPg({
      host: address.hostname, port: Number(address.port) || 5432, database,
      user: decodeURIComponent(address.username), password: decodeURIComponent(address.password),
    })
  const main = factory(decodeURIComponent(address.pathname.slice(1)))
  return {
    provider: main.provider,
    adapterName: main.adapterName,
    connect: async () => mended(await main.connect()),
    connectToShadowDb: async () => {
      const name = `prisma_migrate_shadow_db_${randomUUID()}`
      const keeper = await main.connect()
      await keeper.executeScript(`CREATE DATABASE "${name}"`)
      const shadow = mended(await factory(name).connect())
      const dispose = shadow.dispose.bind(shadow)
      shadow.dispose = async () => {
        // Disposed before it is dropped: its own connections would stop the drop.
        await dispose()
        await keeper.executeScript(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
        await keeper.dispose()
      }
      return shadow
    },
  }
}
