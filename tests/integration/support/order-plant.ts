import type pg from 'pg'
import type { Grant, PersonActor } from '#server/core/people/actor.ts'
import { ROLES, type Role } from '#server/core/people/permissions.ts'
import type { Command } from '#server/core/work-orders/commands.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { fileOrder, getOrder } from '#server/modules/work-orders/index.ts'
import { newId } from '#server/platform/ids.ts'
import { withClient } from '#tests/harness/cluster.ts'
import type { TestDatabase } from '#tests/harness/database.ts'

type Row = Readonly<Record<string, unknown>>

const DEFINITION = {
  kind: 'threshold', points: ['acc'], direction: 'above', limit: null, forMs: 30_000, keepFiringMs: 0, clear: null, low: null, high: null, warmupMs: 0,
  gate: { point: 'speed', bands: [{ from: 45, to: 75, limit: 0.18, clear: null }, { from: 80, to: 100, limit: 0.5, clear: 0.4 }] },
  noData: { policy: 'keep', afterMs: null }, priority: 3, failureMode: 'VIB',
}

/** IncidentRow is what a test may say about an incident; the rest is a plain open one. */
export interface IncidentRow {
  readonly key?: string
  readonly failureMode?: string
  readonly priority?: number
  readonly openedAt?: Date
  readonly lastAt?: Date
  readonly resolvedAt?: Date
  readonly suppressed?: string
  readonly happenedOffline?: boolean
}

/** OrderPlant is one site with one fan, its rule, and a person for each role. */
export interface OrderPlant {
  readonly orgId: string
  readonly siteId: string
  readonly classId: string
  readonly assetId: string
  readonly ruleId: string
  readonly versionId: string
  readonly pointNo: number
  readonly speedNo: number
  readonly people: Readonly<Record<Role, string>>
  readonly insert: (table: string, row: Row) => Promise<void>
  /** Stores an incident as judging would, and gives its id. */
  readonly incident: (row?: IncidentRow) => Promise<string>
  readonly actor: (role: Role, siteId?: string | null) => PersonActor
  /** Files an order and gives its id: requested for roles that may not approve. */
  readonly order: (role?: Role, more?: Row) => Promise<string>
  /** Runs one command as a role with an operation id of its own (or the one given). */
  readonly run: (role: Role, id: string, command: Command, opId?: string, version?: number) => ReturnType<typeof runOrderCommand>
  readonly get: (id: string) => ReturnType<typeof getOrder>
}

type Ids = Readonly<Record<'orgId' | 'siteId' | 'classId' | 'assetId' | 'accId' | 'speedId' | 'ruleId' | 'versionId', string>>

const plain = (value: unknown): unknown => (value !== null && typeof value === 'object' && !(value instanceof Date) && !Array.isArray(value) ? JSON.stringify(value) : value)

async function insert(client: pg.Client, table: string, row: Row): Promise<void> {
  const names = Object.keys(row)
  await client.query(`INSERT INTO ${table} (${names.map((key) => `"${key}"`).join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`, names.map((key) => plain(row[key])))
}

async function addRows(client: pg.Client, ids: Ids, people: Readonly<Record<Role, string>>, name: string): Promise<void> {
  const add = (table: string, row: Row): Promise<void> => insert(client, table, { org_id: ids.orgId, ...row })
  await insert(client, 'organization', { id: ids.orgId, name, slug: `${name}-${ids.orgId}` })
  await add('site', { id: ids.siteId, code: 'S1', name: 'Site', time_zone: 'Europe/Berlin' })
  await add('asset_class', { id: ids.classId, code: 'FAN', name: 'Fan' })
  await add('failure_mode', { id: newId(), class_id: ids.classId, code: 'VIB', name: 'Vibration', activities: ['CLEAN', 'REPLACE'] })
  await add('failure_mode', { id: newId(), class_id: ids.classId, code: 'GAS', name: 'Gas leak', safety: true, activities: ['REPLACE'] })
  await add('maintainable_item', { id: newId(), class_id: ids.classId, code: 'BLADES', name: 'Blades' })
  await add('asset', { id: ids.assetId, site_id: ids.siteId, class_id: ids.classId, tag: 'CT-301', name: 'Cooling-tower fan', level: 'machine', credit: 'a data set' })
  const point = { site_id: ids.siteId, asset_id: ids.assetId, expected_interval_ms: 1000, staleness_ms: 5000 }
  await add('point', { ...point, id: ids.accId, key: 'CT-301.acc', code: 'acc', name: 'Vibration', quantity: 'acceleration', unit: '[g]' })
  await add('point', { ...point, id: ids.speedId, key: 'CT-301.speed', code: 'speed', name: 'Speed', quantity: 'ratio', unit: '%' })
  await add('rule', { id: ids.ruleId, name: 'Fan vibration by speed', class_id: ids.classId, status: 'published', published_version: 2 })
  await add('rule_version', { id: ids.versionId, rule_id: ids.ruleId, version: 2, definition: DEFINITION })
  for (const role of ROLES) {
    await add('person', { id: people[role], name: role })
    await add('role_grant', { id: newId(), person_id: people[role], role })
  }
}

/** orderPlant makes an organization with a plant for work-order tests. */
export async function orderPlant(database: TestDatabase, name = 'plant'): Promise<OrderPlant> {
  const ids = { orgId: newId(), siteId: newId(), classId: newId(), assetId: newId(), accId: newId(), speedId: newId(), ruleId: newId(), versionId: newId() }
  const people = Object.fromEntries(ROLES.map((role) => [role, newId()])) as Record<Role, string>
  await withClient(database.superUrl, (client) => addRows(client, ids, people, name))
  const add = (table: string, row: Row): Promise<void> => withClient(database.superUrl, (client) => insert(client, table, { org_id: ids.orgId, ...row }))
  const points = await database.query<{ code: string; no: number }>('SELECT code, no FROM point WHERE org_id = $1', [ids.orgId])
  const noOf = (code: string): number => points.find((row) => row.code === code)?.no ?? 0
  const actor = (role: Role, siteId: string | null = null): PersonActor => {
    const grants: Grant[] = [{ role, siteId }]
    return { type: 'person', orgId: ids.orgId, personId: people[role], name: role, grants }
  }
  return {
    ...ids, pointNo: noOf('acc'), speedNo: noOf('speed'), people, insert: add, actor,
    incident: async (row = {}) => {
      const id = newId()
      const openedAt = row.openedAt ?? new Date()
      await add('incident', {
        id, site_id: ids.siteId, asset_id: ids.assetId, key: row.key ?? `${ids.assetId}:VIB`, failure_mode: row.failureMode ?? 'VIB', rule_id: ids.ruleId, rule_version_id: ids.versionId,
        point_no: noOf('acc'), state: row.resolvedAt ? 'resolved' : 'open', priority: row.priority ?? 3, opened_at: openedAt, last_at: row.lastAt ?? row.resolvedAt ?? openedAt,
        resolved_at: row.resolvedAt ?? null, value: 2.09, limit: 0.5, peak_value: 3.23, peak_at: openedAt, gate_value: 80, firing: [],
        suppressed: row.suppressed !== undefined, suppressed_reason: row.suppressed ?? null, happened_offline: row.happenedOffline ?? false,
      })
      return id
    },
    order: async (role = 'technician', more = {}) =>
      (await fileOrder(actor(role), { source: 'manual', kind: 'corrective', assetId: ids.assetId, title: 'Something is wrong', priority: 3, idempotencyKey: newId(), ...more })).id,
    run: (role, id, command, opId = newId(), version = 1) => runOrderCommand(actor(role), { id, opId, version, command }),
    get: (id) => getOrder(actor('admin'), id),
  }
}

/** FOUND is a completion that names a fault, as a technician's three taps give it. */
export const FOUND = { verdict: 'confirmed', effect: 'averted', itemCode: 'BLADES', activityCode: 'CLEAN' } as const
