import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '#server/platform/installation/database.ts'
import { startCluster, urlOf, withClient, TEST_PASSWORD, type TestCluster } from '#tests/harness/cluster.ts'
import { newDataFolder, removeDataFolder, startProduct } from '#tests/harness/product.ts'
import { testRedis, type TestRedis } from '#tests/harness/redis.ts'

// DATABASE_URL and REDIS_URL: servers that somebody else runs. A cluster of its own, since roles belong to the cluster.
const root = path.resolve(import.meta.dirname, '../..')
let server: TestCluster
let redis: TestRedis
const dataFolder = newDataFolder()
const superuser = (database: string): string => urlOf(server.address, 'postgres', database)

beforeAll(async () => {
  server = await startCluster()
  redis = await testRedis()
  await withClient(superuser('postgres'), async (admin) => {
    await admin.query(`CREATE ROLE plant_admin LOGIN CREATEROLE PASSWORD '${TEST_PASSWORD}'`)
    await admin.query(`CREATE ROLE guest LOGIN PASSWORD '${TEST_PASSWORD}'`)
    await admin.query('DROP DATABASE mw_template WITH (FORCE)')
    await admin.query('DROP ROLE mw_system, mw_app, mw_owner')
    await admin.query('CREATE DATABASE plant OWNER plant_admin')
    await admin.query('CREATE DATABASE other OWNER guest')
    await admin.query('CREATE DATABASE whole')
  })
})
afterAll(async () => { await redis.close(); await server.close(); removeDataFolder(dataFolder) })

const open = (databaseUrl: string) => openDatabase({ dataFolder, root, databaseUrl, secret: undefined })

describe('DATABASE_URL', () => {
  test('a role that may not make roles: one sentence that says what is missing', async () => {
    await expect(open(urlOf(server.address, 'guest', 'other'))).rejects.toThrow(/^The role of DATABASE_URL may not prepare the database: it must own it and have CREATEROLE, or be a superuser \(PostgreSQL says: .+\)\.$/)
  })

  test('the database\'s owner with CREATEROLE is enough: no superuser', async () => {
    const database = await open(urlOf(server.address, 'plant_admin', 'plant'))
    expect(database.folder).toBeNull()
    expect(database.migrated.length).toBeGreaterThan(2)
    const rows = await withClient(database.addresses.MW_SYSTEM_URL, async (client) => (await client.query('SELECT count(*)::int AS n FROM inbox')).rows)
    expect(rows).toEqual([{ n: 0 }])
    expect((await open(urlOf(server.address, 'plant_admin', 'plant'))).migrated).toEqual([])
  })

  test('a wrong password or address is told without repeating the password', async () => {
    const wrong = superuser('plant').replace(TEST_PASSWORD, 'wrong-secret')
    await expect(open(wrong)).rejects.toThrow(/^The database plant at 127\.0\.0\.1:\d+ does not let Millwright in: (?!.*wrong-secret)/)
    await expect(open('postgresql://nobody:x@127.0.0.1:1/none')).rejects.toThrow('The database none at 127.0.0.1:1 does not let Millwright in')
  })
})

describe('the whole product on servers of others', () => {
  test('it uses them and starts nothing of its own', async () => {
    const product = await startProduct({ env: { DATABASE_URL: superuser('whole'), REDIS_URL: redis.url, MILLWRIGHT_DEMO: '0' } })
    try {
      expect((await fetch(`${product.url}/api/health`)).status).toBe(200)
      expect(existsSync(path.join(product.dataFolder, 'postgres'))).toBe(false)
      expect(existsSync(path.join(product.dataFolder, 'postgres.json'))).toBe(false)
      const users = await withClient(superuser('whole'), async (client) =>
        (await client.query<{ usename: string }>(`SELECT DISTINCT usename::text FROM pg_stat_activity WHERE datname = 'whole' AND usename LIKE 'mw%' ORDER BY 1`)).rows)
      expect(users.map((row) => row.usename)).not.toContain('mw_owner')
    } finally {
      await product.close()
    }
  }, 300_000)

  test('a Redis that would lose jobs stops the start with what to set', async () => {
    const forgetful = await testRedis({ 'maxmemory-policy': 'allkeys-lru' })
    try {
      await expect(startProduct({ env: { DATABASE_URL: superuser('whole'), REDIS_URL: forgetful.url, MILLWRIGHT_DEMO: '0' } })).rejects.toThrow('set maxmemory-policy to noeviction')
    } finally {
      await forgetful.close()
    }
  }, 120_000)

  test('a Redis that is not there stops the start', async () => {
    await expect(startProduct({ env: { DATABASE_URL: superuser('whole'), REDIS_URL: 'redis://127.0.0.1:1', MILLWRIGHT_DEMO: '0' } })).rejects.toThrow(/ended with 1:\n(Building[^\n]*\n)?The queue cannot be used: /)
  }, 120_000)
})
