import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { livePostmaster, processExists } from '#server/platform/embedded/postmaster.ts'
import { findPlace } from '#server/platform/embedded/place.ts'
import { openDatabase, type DatabaseRequest, type OpenDatabase } from '#server/platform/installation/database.ts'
import { inspectInstallation } from '#server/platform/installation/inspect.ts'
import { until } from '#tests/harness/process.ts'
import { withClient } from '#tests/harness/cluster.ts'
import { newDataFolder, removeDataFolder } from '#tests/harness/product.ts'

const root = path.resolve(import.meta.dirname, '../..')
const asRoot = process.getuid?.() === 0
const request = (dataFolder: string): DatabaseRequest => ({ dataFolder, root, databaseUrl: undefined, secret: undefined })

async function keep(database: OpenDatabase, text: string): Promise<void> {
  await withClient(database.addresses.MW_OWNER_URL, (client) => client.query(`CREATE TABLE kept AS SELECT '${text}'::text AS words`))
}
const kept = (database: OpenDatabase): Promise<string> =>
  withClient(database.addresses.MW_OWNER_URL, async (client) => (await client.query<{ words: string }>('SELECT words FROM kept')).rows[0]?.words ?? '')
const postmasterOf = (database: OpenDatabase): number => livePostmaster(path.join(database.folder ?? '', 'data'))?.pid ?? 0

describe('the embedded PostgreSQL', () => {
  const dataFolder = newDataFolder()
  let database: OpenDatabase
  beforeAll(async () => { database = await openDatabase(request(dataFolder)) })
  afterAll(async () => { await database.stop(); removeDataFolder(dataFolder) })

  test('a first start makes it, migrated, with three roles that have passwords of their own', async () => {
    expect(database.migrated).toContain('20261122000000_core')
    expect(database.adopted).toBe(false)
    const facts = await inspectInstallation(database.addresses.MW_OWNER_URL, root, [dataFolder])
    expect(facts).toMatchObject({ fsync: true, missingRoles: [], unboundRoles: [], openTables: [], pendingMigrations: [] })
    await expect(withClient(database.addresses.MW_APP_URL.replace(/:[^:@]+@/, ':wrong@'), () => Promise.resolve())).rejects.toThrow('password authentication failed')
  })

  test('a second opening takes the running one over and changes nothing', async () => {
    await keep(database, 'here')
    const again = await openDatabase(request(dataFolder))
    expect(again).toMatchObject({ adopted: true, migrated: [], addresses: database.addresses })
  })

  test('after kill -9 of its main process it starts again at the same address, data kept', async () => {
    process.kill(postmasterOf(database), 'SIGKILL')
    await until('its death is noticed', () => !database.alive())
    await database.restart()
    expect(await kept(database)).toBe('here')
  })

  test('after kill -9 of everything, a new start finds the data', async () => {
    process.kill(postmasterOf(database), 'SIGKILL')
    database = await openDatabase(request(dataFolder))
    expect(await kept(database)).toBe('here')
  })

  test('a lock file that names another process does not stop it', async () => {
    await database.stop()
    writeFileSync(path.join(database.folder ?? '', 'data/postmaster.pid'), `${process.pid}\n${database.folder}/data\n1\n5432\n\n127.0.0.1\n0 0\nready\n`)
    database = await openDatabase(request(dataFolder))
    expect(await kept(database)).toBe('here')
  })

  test('a first start that was killed in the middle is begun anew', async () => {
    const folder = newDataFolder()
    mkdirSync(path.join(folder, 'postgres/data.new/half'), { recursive: true })
    const made = await openDatabase(request(folder))
    expect(made.migrated.length).toBeGreaterThan(0)
    await made.stop()
    removeDataFolder(folder)
  })

  test('a lost secrets.json says what is wrong instead of making a new database', async () => {
    await database.stop()
    const secrets = path.join(dataFolder, 'secrets.json')
    const text = readFileSync(secrets, 'utf8')
    rmSync(secrets)
    await expect(openDatabase(request(dataFolder))).rejects.toThrow('secrets.json')
    writeFileSync(secrets, text, { mode: 0o600 })
    database = await openDatabase(request(dataFolder))
    expect(await kept(database)).toBe('here')
  })
})

describe('a data folder that the database\'s user cannot reach', () => {
  test('as root, the database lies elsewhere and postgres.json says where; as a user, it stays inside', async () => {
    const home = mkdtempSync(path.join(os.tmpdir(), 'mw-home-'))
    chmodSync(home, 0o700)
    const dataFolder = path.join(home, '.data')
    mkdirSync(dataFolder)
    const database = await openDatabase(request(dataFolder))
    await keep(database, 'elsewhere')
    await database.stop()
    expect(existsSync(path.join(dataFolder, 'postgres.json'))).toBe(asRoot)
    expect(database.folder?.startsWith(dataFolder)).toBe(!asRoot)
    expect(findPlace(dataFolder)?.folder).toBe(database.folder)
    const again = await openDatabase(request(dataFolder))
    expect(await kept(again)).toBe('elsewhere')
    const postmaster = postmasterOf(again)
    await again.stop()
    expect(processExists(postmaster)).toBe(false)
    removeDataFolder(dataFolder)
    rmSync(home, { recursive: true })
  })

  test('a copy of the data folder does not share the original\'s database', async () => {
    const original = newDataFolder()
    const copy = newDataFolder()
    const elsewhere = path.join(newDataFolder(), 'database')
    mkdirSync(path.join(elsewhere, 'data'), { recursive: true })
    const pointer = JSON.stringify({ folder: elsewhere, dataFolder: original })
    for (const folder of [original, copy]) writeFileSync(path.join(folder, 'postgres.json'), pointer)
    expect(() => findPlace(copy)).toThrow(`${copy} is a copy of ${original}`)
    rmSync(original, { recursive: true })
    // The original is gone: the folder was moved, not copied.
    expect(findPlace(copy)?.folder).toBe(elsewhere)
    for (const folder of [copy, path.dirname(elsewhere)]) rmSync(folder, { recursive: true })
  })
})
