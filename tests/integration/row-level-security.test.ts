import { beforeAll, describe, expect, test } from 'vitest'
import { withClient } from '#tests/harness/cluster.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { addOrganization, tenantTables } from './support/plant-rows.ts'

const database = useTestDatabase()

// What belongs to the machine side: read before a tenant is known, so without row-level security, and out of mw_app's reach.
const SYSTEM_TABLES = ['api_key', 'inbox', 'lane', 'membership', 'outbox', 'source_state', 'telemetry.rollup_due']
const SIGN_IN_TABLES = ['auth_user', 'auth_session', 'auth_account', 'auth_verification', 'dead_letter']
// What mw_app may do on them all the same: leave a message in its own transaction.
const ALLOWED = ['outbox INSERT']

let north = ''
let south = ''
let tables: { table: string; column: 'org_id' | 'org_no' }[] = []
const bare = (table: string): string => table.replace(/^public\./, '')
const isSystem = ({ table }: { table: string }): boolean => SYSTEM_TABLES.includes(bare(table))

beforeAll(async () => {
  await withClient(database.superUrl, async (client) => {
    north = (await addOrganization(client, 'NORTH', 1)).orgId
    south = (await addOrganization(client, 'SOUTH', 1)).orgId
    tables = await tenantTables(client)
  })
})

const asApp = <T>(orgId: string | null, work: (query: (sql: string, params?: unknown[]) => Promise<Record<string, unknown>[]>) => Promise<T>, url = database.appUrl): Promise<T> =>
  withClient(url, async (client) => {
    await client.query('BEGIN')
    if (orgId !== null) {
      const no = (await database.query<{ no: number }>('SELECT no FROM organization WHERE id = $1', [orgId]))[0]?.no
      await client.query(`SELECT set_config('mw.org', $1, true), set_config('mw.org_no', $2, true)`, [orgId, String(no)])
    }
    try {
      return await work(async (sql, params) => (await client.query(sql, params)).rows as Record<string, unknown>[])
    } finally {
      await client.query('ROLLBACK')
    }
  })

const tenantOnly = (): { table: string; column: 'org_id' | 'org_no' }[] => tables.filter((table) => !isSystem(table))
const countOf = async (query: (sql: string, params?: unknown[]) => Promise<Record<string, unknown>[]>, table: string): Promise<number> =>
  Number((await query(`SELECT count(*) AS n FROM ${table}`))[0]?.n)

describe('every table that carries an organization', () => {
  test('is either a system table named here or has row-level security, forced, with a policy', async () => {
    const rows = await database.query<{ table: string; safe: boolean }>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS table, c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid) AS safe
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace`,
    )
    const safe = new Set(rows.filter((row) => row.safe).map((row) => row.table))
    expect(tables.length).toBeGreaterThan(35)
    expect(tables.map(({ table }) => table).filter((table) => !safe.has(table)).map(bare).sort()).toEqual(SYSTEM_TABLES)
  })

  test('was given a row by the seed of this test, so that nothing below passes on empty tables', async () => {
    for (const { table } of tables.filter(({ table: name }) => name !== 'telemetry.rollup_due' && name !== 'public.membership')) {
      expect((await database.query(`SELECT 1 FROM ${table} LIMIT 1`)).length, table).toBe(1)
    }
  })

  test('belongs to mw_owner, who is no superuser and cannot pass row-level security', async () => {
    const owners = await database.query<{ owner: string }>(`SELECT DISTINCT tableowner AS owner FROM pg_tables WHERE schemaname IN ('public', 'telemetry')`)
    expect(owners).toEqual([{ owner: 'mw_owner' }])
    const roles = await database.query<{ bad: boolean }>(`SELECT rolsuper OR rolbypassrls AS bad FROM pg_roles WHERE rolname LIKE 'mw\\_%'`)
    expect(roles).toEqual([{ bad: false }, { bad: false }, { bad: false }])
  })
})

describe('mw_app', () => {
  test('sees no row without a tenant', async () => {
    await asApp(null, async (query) => {
      for (const { table } of tenantOnly()) expect(await countOf(query, table), table).toBe(0)
    })
  })

  test('sees its tenant\'s rows and no others', async () => {
    await asApp(north, async (query) => {
      for (const { table, column } of tenantOnly()) {
        expect(await countOf(query, table), table).toBeGreaterThan(0)
        const foreign = await query(`SELECT count(*) AS n FROM ${table} WHERE ${column} <> ${column === 'org_id' ? `'${north}'` : 'current_org_no()'}`)
        expect(foreign, table).toEqual([{ n: '0' }])
      }
      expect(await query('SELECT id FROM organization')).toEqual([{ id: north }])
    })
  })

  test('cannot write a row for another tenant, nor move one there', async () => {
    for (const sql of [
      `INSERT INTO site (org_id, id, code, name, time_zone) VALUES ('${south}', gen_random_uuid(), 'x', 'x', 'UTC')`,
      `UPDATE site SET org_id = '${south}'`,
      `INSERT INTO audit (org_id, id, actor_type, action, entity, entity_id) VALUES ('${south}', gen_random_uuid(), 'system', 'x', 'x', 'x')`,
      `UPDATE organization SET id = '${south}'`,
    ]) {
      await expect(asApp(north, (query) => query(sql)), sql).rejects.toThrow(/row-level security/)
    }
  })

  test('changes nothing of another tenant when it forgets to say which', async () => {
    const changed = await asApp(north, (query) => query('UPDATE person SET name = name RETURNING org_id'))
    expect(new Set(changed.map((row) => row.org_id))).toEqual(new Set([north]))
    const deleted = await asApp(north, (query) => query(`DELETE FROM counter WHERE org_id = '${south}' RETURNING 1`))
    expect(deleted).toEqual([])
  })

  test('has no rights on the machine side and the sign-in tables', async () => {
    const rights: string[] = []
    for (const table of [...SYSTEM_TABLES, ...SIGN_IN_TABLES]) {
      for (const right of ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) {
        const [row] = await database.query<{ has: boolean }>('SELECT has_table_privilege($1, $2, $3) AS has', ['mw_app', table, right])
        if (row?.has) rights.push(`${table} ${right}`)
      }
    }
    expect(rights).toEqual(ALLOWED)
  })

  test('cannot change or remove what was audited, an alarm\'s journal, nor the published version of a rule', async () => {
    for (const sql of ['UPDATE audit SET action = \'x\'', 'DELETE FROM audit', 'DELETE FROM rule_version', 'TRUNCATE audit', 'UPDATE alarm_event SET type = \'x\'', 'DELETE FROM alarm_event', 'DELETE FROM alarm_shelf', 'DELETE FROM attachment_link']) {
      await expect(asApp(north, (query) => query(sql)), sql).rejects.toThrow(/permission denied/)
    }
  })

  test('cannot reach a day\'s partition past the policy', async () => {
    await expect(asApp(north, (query) => query('SELECT 1 FROM telemetry.reading_default'))).rejects.toThrow(/permission denied/)
  })

  test('makes no tables, schemas or roles', async () => {
    for (const sql of ['CREATE TABLE public.x (a int)', 'CREATE SCHEMA x', 'CREATE ROLE x', 'SET ROLE mw_owner', 'SET ROLE mw_system']) {
      await expect(asApp(north, (query) => query(sql)), sql).rejects.toThrow(/permission denied|must be|does not exist/)
    }
  })
})

describe('mw_system', () => {
  test('sees no tenant\'s rows without a tenant, and only that tenant\'s with one', async () => {
    await asApp(null, async (query) => {
      for (const { table } of tenantOnly()) expect(await countOf(query, table), table).toBe(0)
    }, database.systemUrl)
    await asApp(north, async (query) => {
      for (const { table, column } of tenantOnly().filter((each) => each.column === 'org_id')) {
        expect(await query(`SELECT count(*) AS n FROM ${table} WHERE ${column} <> '${north}'`), table).toEqual([{ n: '0' }])
      }
    }, database.systemUrl)
  })
})
