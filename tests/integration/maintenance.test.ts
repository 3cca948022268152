import { describe, expect, test } from 'vitest'
import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import type { Role } from '#server/core/people/permissions.ts'
import type { Command } from '#server/core/work-orders/commands.ts'
import { assetPage } from '#server/flows/asset-page.ts'
import { runOrderCommand } from '#server/flows/run-order-command.ts'
import { assetTree, declareMaintenance, endMaintenance } from '#server/modules/assets/index.ts'
import { fileOrder } from '#server/modules/work-orders/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { laneHelpers } from './support/lane-helpers.ts'

const database = useTestDatabase()
const { deliver, take } = laneHelpers(database)

const S = 1000
const H = 3_600_000
const HOT: RuleDefinitionInput = { kind: 'threshold', points: ['temp'], direction: 'above', limit: 80, priority: 2, failureMode: 'OHE' }

interface Site { readonly plant: Plant; readonly technician: PersonActor; readonly helper: PersonActor }

async function person(plant: Plant, name: string, role: Role): Promise<PersonActor> {
  const personId = newId()
  await database.query('INSERT INTO person (org_id, id, name) VALUES ($1, $2, $3)', [plant.orgId, personId, name])
  return { type: 'person', orgId: plant.orgId, personId, name, grants: [{ role, siteId: null }] }
}

async function site(machines = 2, rules = [HOT]): Promise<Site> {
  const plant = await makePlant({ machines, rules })
  return { plant, technician: await person(plant, 'Tessa', 'technician'), helper: await person(plant, 'Hugo', 'technician') }
}

const machine = (plant: Plant, i = 0): string => plant.assetIds[i] ?? ''

async function order({ plant, technician }: Site, assetId = machine(plant)): Promise<string> {
  return (await fileOrder(technician, { source: 'manual', kind: 'corrective', assetId, title: 'Look at the bearing', priority: 3, idempotencyKey: newId() })).id
}
const run = (actor: PersonActor, id: string, command: Command) => runOrderCommand(actor, { id, opId: newId(), version: 1, command })

/** Readings of machines in pairs of value and time from now on (s, negative for the past): the second one lets the first be judged. */
async function send(plant: Plant, at: number, values: readonly number[]): Promise<void> {
  const now = Date.now()
  const reading = (value: number, i: number, ms: number) => ({ point: plant.points[i]?.key, ts: now + ms, value })
  await take(plant, { readings: values.flatMap((value, i) => [reading(value, i, at * S), reading(value, i, at * S + 1)]) })
}

const told = async (plant: Plant) =>
  (await database.query<{ asset: string; suppressed: boolean; why: string | null }>(
    `SELECT asset_id AS asset, suppressed, suppressed_reason AS why FROM incident WHERE org_id = $1 ORDER BY opened_at, asset_id`, [plant.orgId],
  )).map(({ asset, ...rest }) => ({ machine: plant.assetIds.indexOf(asset), ...rest })).sort((a, b) => a.machine - b.machine)
const orders = async (plant: Plant) => (await database.query(`SELECT 1 FROM work_order WHERE org_id = $1 AND source = 'condition'`, [plant.orgId])).length
/** Moves what somebody began into the past, as if it had been begun that long ago. */
const begunAgo = (plant: Plant, hours: number) =>
  database.query(`UPDATE labour SET started_at = started_at - $2 * interval '1 hour' WHERE org_id = $1`, [plant.orgId, hours])

describe('while a timer runs on an order of a machine', () => {
  test('its alarms raise nothing, and what still fires is raised when the last timer stops', async () => {
    const here = await site()
    const { plant, technician, helper } = here
    const id = await order(here)
    await run(technician, id, { name: 'start', payload: {} })
    await run(helper, id, { name: 'joinTimer', payload: {} })
    await send(plant, 1, [90, 20])
    await deliver(plant)
    const [number] = await database.query<{ no: number }>('SELECT no FROM work_order WHERE id = $1', [id])
    expect(await told(plant)).toEqual([{ machine: 0, suppressed: true, why: `WO-${String(number?.no).padStart(6, '0')}` }])
    expect(await orders(plant)).toBe(0)
    await run(technician, id, { name: 'stopTimer', payload: {} })
    await send(plant, 2, [91, 20])
    expect(await told(plant)).toMatchObject([{ machine: 0, suppressed: true }])
    await run(helper, id, { name: 'stopTimer', payload: {} })
    await send(plant, 3, [92, 20])
    await deliver(plant)
    expect(await told(plant)).toEqual([{ machine: 0, suppressed: false, why: null }])
    expect(await orders(plant)).toBe(1)
  })

  test('the machine beside it and the line above it are not kept quiet; a component of it is', async () => {
    const here = await site(3)
    const { plant, technician } = here
    const lineId = newId()
    await database.query(`INSERT INTO asset (org_id, id, site_id, tag, name, level) VALUES ($1, $2, $3, 'L1', 'Line', 'line')`, [plant.orgId, lineId, plant.siteId])
    await database.query(`UPDATE asset SET parent_id = $2 WHERE org_id = $1 AND level = 'machine'`, [plant.orgId, lineId])
    await database.query(`UPDATE asset SET parent_id = $2, level = 'component' WHERE id = $1`, [machine(plant, 2), machine(plant, 0)])
    await run(technician, await order(here), { name: 'start', payload: {} })
    await send(plant, 1, [90, 90, 90])
    expect(await told(plant)).toMatchObject([{ machine: 0, suppressed: true }, { machine: 1, suppressed: false }, { machine: 2, suppressed: true }])
    // Work on the line itself silences none of its machines.
    const other = await site(1)
    await database.query(`INSERT INTO asset (org_id, id, site_id, tag, name, level) VALUES ($1, $2, $3, 'L1', 'Line', 'line')`, [other.plant.orgId, lineId, other.plant.siteId])
    await database.query('UPDATE asset SET parent_id = $2 WHERE id = $1', [machine(other.plant), lineId])
    await run(other.technician, await order(other, lineId), { name: 'start', payload: {} })
    await send(other.plant, 1, [90])
    expect(await told(other.plant)).toMatchObject([{ machine: 0, suppressed: false }])
  })

  test('nothing is kept quiet on the way to it', async () => {
    const here = await site()
    await run(here.technician, await order(here), { name: 'start', payload: { activity: 'travel' } })
    await send(here.plant, 1, [90, 20])
    expect(await told(here.plant)).toMatchObject([{ machine: 0, suppressed: false }])
  })

  test('alarms are armed again after twelve hours, though the timer was forgotten', async () => {
    const here = await site()
    await run(here.technician, await order(here), { name: 'start', payload: {} })
    await begunAgo(here.plant, 11)
    await send(here.plant, 1, [90, 20])
    expect(await told(here.plant)).toMatchObject([{ machine: 0, suppressed: true }])
    await begunAgo(here.plant, 1)
    await database.query('UPDATE site SET config_version = config_version + 1 WHERE org_id = $1', [here.plant.orgId])
    await send(here.plant, 2, [91, 20])
    expect(await told(here.plant)).toMatchObject([{ machine: 0, suppressed: false }])
  })

  test('a safety rule is never kept quiet', async () => {
    const here = await site(1, [HOT, { ...HOT, failureMode: 'GAS', limit: 85 }])
    await database.query(`INSERT INTO failure_mode (org_id, id, class_id, code, name, safety) VALUES ($1, $2, $3, 'GAS', 'Gas leak', true)`, [here.plant.orgId, newId(), here.plant.classId])
    await run(here.technician, await order(here), { name: 'start', payload: {} })
    await send(here.plant, 1, [90])
    const kept = await database.query<{ mode: string; suppressed: boolean }>('SELECT failure_mode AS mode, suppressed FROM incident WHERE org_id = $1 ORDER BY 1', [here.plant.orgId])
    expect(kept).toEqual([{ mode: 'GAS', suppressed: false }, { mode: 'OHE', suppressed: true }])
    await deliver(here.plant)
    expect(await orders(here.plant)).toBe(1)
  })
})

describe('a machine declared under maintenance', () => {
  const until = (hours: number): Date => new Date(Date.now() + hours * H)

  test('raises nothing until that is taken back, and then what still fires', async () => {
    const { plant, technician, helper } = await site()
    const { id } = await declareMaintenance(technician, { id: machine(plant), reason: 'New bearing', until: until(4) })
    await send(plant, 1, [90, 90])
    await deliver(plant)
    expect(await told(plant)).toEqual([{ machine: 0, suppressed: true, why: 'New bearing' }, { machine: 1, suppressed: false, why: null }])
    expect(await orders(plant)).toBe(1)
    await endMaintenance(helper, { id })
    await send(plant, 2, [91, 91])
    await deliver(plant)
    expect(await told(plant)).toMatchObject([{ suppressed: false }, { suppressed: false }])
    expect(await orders(plant)).toBe(2)
    const audit = await database.query<{ action: string; actor: string }>('SELECT action, actor_id AS actor FROM audit WHERE entity_id = $1 ORDER BY at', [machine(plant)])
    expect(audit).toEqual([{ action: 'asset.declare-maintenance', actor: technician.personId }, { action: 'asset.end-maintenance', actor: helper.personId }])
  })

  test('ends by itself at the time given', async () => {
    const { plant, technician } = await site()
    await declareMaintenance(technician, { id: machine(plant), reason: 'New bearing', until: until(1) })
    await send(plant, 1, [90, 20])
    expect(await told(plant)).toMatchObject([{ machine: 0, suppressed: true }])
    await database.query(`UPDATE maintenance_window SET from_at = from_at - interval '1 hour', to_at = to_at - interval '1 hour' WHERE org_id = $1`, [plant.orgId])
    await database.query('UPDATE site SET config_version = config_version + 1 WHERE org_id = $1', [plant.orgId])
    await send(plant, 2, [91, 20])
    expect(await told(plant)).toMatchObject([{ machine: 0, suppressed: false }])
  })

  test('is declared for twelve hours at most, for a machine only, once at a time, by whoever handles incidents there', async () => {
    const { plant, technician } = await site()
    const declare = (actor: PersonActor, hours: number, id = machine(plant)) => declareMaintenance(actor, { id, reason: 'New bearing', until: until(hours) })
    await expect(declare(technician, 13)).rejects.toMatchObject({ code: 'invalid' })
    await expect(declare(technician, -1)).rejects.toMatchObject({ code: 'invalid' })
    await database.query(`UPDATE asset SET level = 'line' WHERE id = $1`, [machine(plant, 1)])
    await expect(declare(technician, 1, machine(plant, 1))).rejects.toMatchObject({ code: 'invalid' })
    await expect(declare(await person(plant, 'Polly', 'planner'), 1)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(declare({ ...technician, grants: [{ role: 'technician', siteId: newId() }] }, 1)).rejects.toMatchObject({ code: 'not-found' })
    const both = await Promise.allSettled([declare(technician, 1), declare(technician, 2)])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(database.query(`UPDATE maintenance_window SET to_at = from_at + interval '13 hours' WHERE org_id = $1`, [plant.orgId])).rejects.toThrow(/maintenance_window_declared_ends_in_time/)
  })

  test('says so on its page, with who works on it, and in the tree', async () => {
    const here = await site()
    const { plant, technician, helper } = here
    await send(plant, -1, [20, 20])
    const id = await order(here)
    await run(helper, id, { name: 'start', payload: {} })
    const { id: windowId } = await declareMaintenance(technician, { id: machine(plant), reason: 'New bearing', until: until(4) })
    const page = await assetPage(technician, { id: machine(plant) })
    expect(page.asset.status).toBe('stopped')
    expect(page.quiet.windows).toMatchObject([{ id: windowId, kind: 'declared', reason: 'New bearing', by: 'Tessa', machine: null }])
    expect(page.quiet.work).toMatchObject([{ person: 'Hugo' }])
    const [work] = page.quiet.work
    expect(Date.parse(work?.until ?? '') - Date.parse(work?.since ?? '')).toBe(12 * H)
    expect(page.quiet.mayDeclare).toBe(true)
    expect((await assetPage({ ...technician, grants: [{ role: 'planner', siteId: null }] }, { id: machine(plant) })).quiet.mayDeclare).toBe(false)
    expect((await assetTree(technician)).nodes.map((node) => [node.tag, node.status])).toEqual([['M-0', 'stopped'], ['M-1', 'operating']])
    await endMaintenance(technician, { id: windowId })
    expect((await assetPage(technician, { id: machine(plant) })).quiet.windows).toEqual([])
    expect(await endMaintenance(technician, { id: windowId })).toEqual({ id: windowId })
  })
})
