import { beforeAll, describe, expect, test } from 'vitest'
import type { RuleDefinitionInput } from '#server/core/condition/definition.ts'
import type { PersonActor } from '#server/core/people/actor.ts'
import type { Role } from '#server/core/people/permissions.ts'
import { drainOnce } from '#server/flows/drain-lane/index.ts'
import { assetPage } from '#server/flows/asset-page.ts'
import { assetTree, searchAssets } from '#server/modules/assets/index.ts'
import { acceptBatch } from '#server/modules/telemetry/index.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'

const database = useTestDatabase()
const HOT: RuleDefinitionInput = { kind: 'threshold', points: ['temp'], direction: 'above', limit: 80, priority: 2, failureMode: 'OHE' }
const person = (plant: Plant, role: Role = 'technician', siteId: string | null = plant.siteId): PersonActor => ({
  type: 'person', orgId: plant.orgId, personId: newId(), name: 'Tester', grants: [{ role, siteId }],
})

async function send(plant: Plant, ageMs: number, values: readonly (number | null)[]): Promise<void> {
  const ts = Date.now() - ageMs
  const readings = values.flatMap((value, index) => (value === null ? [] : [{ point: plant.points[index]?.key, ts, value }]))
  await acceptBatch(plant.source, { readings })
  while ((await drainOnce(plant.source.laneNo)).batches > 0);
}

describe('assetTree', () => {
  let plant: Plant
  let areaId: string
  beforeAll(async () => {
    plant = await makePlant({ machines: 3, rules: [HOT] })
    areaId = newId()
    await database.query(`INSERT INTO asset (org_id, id, site_id, tag, name, level) VALUES ($1, $2, $3, 'AREA', 'Area', 'area')`, [plant.orgId, areaId, plant.siteId])
    await database.query(`UPDATE asset SET parent_id = $2 WHERE org_id = $1 AND level = 'machine'`, [plant.orgId, areaId])
  })
  const statuses = async () => Object.fromEntries((await assetTree(person(plant))).nodes.map((node) => [node.tag, node.status]))

  test('knows nothing before the first reading', async () => {
    expect(await statuses()).toEqual({ 'AREA': 'unknown', 'M-0': 'unknown', 'M-1': 'unknown', 'M-2': 'unknown' })
  })

  test('tells machines that run, and an alarm that rises to the area', async () => {
    await send(plant, 2000, [20, 90, null])
    // The newest instant waits for a later one before it is judged.
    await send(plant, 1000, [20, 91, null])
    expect(await statuses()).toEqual({ 'AREA': 'alarm', 'M-0': 'operating', 'M-1': 'alarm', 'M-2': 'unknown' })
    const area = (await assetTree(person(plant))).nodes.find((node) => node.id === areaId)
    expect(area).toMatchObject({ priority: 2, parentId: null, unknownShare: 1 / 3, className: null })
  })

  test('says that a machine under maintenance has stopped, and counts open orders', async () => {
    await database.query(`INSERT INTO maintenance_window (org_id, id, asset_id, from_at, to_at, reason) VALUES ($1, $2, $3, now() - interval '1 h', now() + interval '1 h', 'r')`,
      [plant.orgId, newId(), plant.assetIds[0]])
    await database.query(
      `INSERT INTO work_order (org_id, id, no, site_id, asset_id, kind, source, status, priority, title, idempotency_key)
       SELECT $1, gen_random_uuid(), n, $2, $3, 'corrective', 'manual', s, 3, 't', n::text FROM unnest(ARRAY['approved', 'in_progress', 'closed']) WITH ORDINALITY AS x(s, n)`,
      [plant.orgId, plant.siteId, plant.assetIds[2]])
    const { nodes } = await assetTree(person(plant))
    expect(nodes.find((node) => node.tag === 'M-0')?.status).toBe('stopped')
    expect(nodes.find((node) => node.tag === 'M-2')?.openOrders).toBe(2)
    expect(nodes.find((node) => node.tag === 'AREA')?.openOrders).toBe(2)
  })

  test('shows silence when the values have gone stale', async () => {
    await database.query(`UPDATE source_state SET watermark = now() - interval '2 h' WHERE source_id = $1`, [plant.source.sourceId])
    await database.query(`UPDATE incident SET state = 'resolved' WHERE org_id = $1`, [plant.orgId])
    expect((await statuses())['M-1']).toBe('offline')
  })

  test('says how a machine is now, whatever was found to have happened while its edge was offline', async () => {
    const own = await makePlant({ rules: [HOT] })
    await acceptBatch(own.source, { readings: [{ point: own.points[0]?.key, ts: Date.now() - 1000, value: 20 }] })
    await acceptBatch(own.source, { backlog: true, readings: [0, 1, 2].map((i) => ({ point: own.points[0]?.key, ts: Date.now() - 60_000 + i * 1000, value: 90 })) })
    while ((await drainOnce(own.source.laneNo)).batches > 0);
    expect(await database.query('SELECT happened_offline FROM incident WHERE org_id = $1', [own.orgId])).toEqual([{ happened_offline: true }])
    expect((await assetTree(person(own))).nodes).toMatchObject([{ status: 'operating', priority: null }])
    const page = await assetPage(person(own), { id: own.assetIds[0] ?? '' })
    expect(page.asset).toMatchObject({ status: 'operating', priority: null })
    expect(page.incidents).toMatchObject([{ state: 'open', happenedOffline: true }])
  })

  test('shows a person his sites only, and nobody another organization', async () => {
    const other = await makePlant()
    expect((await assetTree(person(plant, 'technician', other.siteId))).nodes).toEqual([])
    expect((await assetTree(person(other))).nodes.map((node) => node.id)).toEqual(other.assetIds)
    await expect(assetTree(person(plant), { siteId: other.siteId })).rejects.toMatchObject({ code: 'not-found' })
    expect((await assetTree({ ...person(plant), grants: [] })).nodes).toEqual([])
  })
})

describe('searchAssets', () => {
  test('finds by a part of tag or name, tags that begin with it first, in the sites of the person', async () => {
    const plant = await makePlant({ machines: 12 })
    const found = await searchAssets(person(plant), { q: 'm-1', limit: 10 })
    expect(found.map((asset) => asset.tag)).toEqual(['M-1', 'M-10', 'M-11'])
    expect((await searchAssets(person(plant), { q: 'MACHINE', limit: 5 }))).toHaveLength(5)
    expect(await searchAssets(person(plant), { q: '%', limit: 5 })).toEqual([])
    expect(await searchAssets(person(plant, 'technician', newId()), { q: 'm', limit: 5 })).toEqual([])
  })
})

describe('assetPage', () => {
  test('shows points with their newest values, the limit met first, rules, incidents and the way up', async () => {
    const plant = await makePlant({ machines: 1, codes: ['temp', 'speed'], rules: [HOT, { ...HOT, limit: 95, priority: 1 }] })
    await send(plant, 3000, [85, 50])
    await send(plant, 2000, [86, 50])
    const page = await assetPage(person(plant), { id: plant.assetIds[0] ?? '' })
    const [temp, speed] = page.points
    expect(temp).toMatchObject({ code: 'temp', limit: { value: 80, direction: 'above' }, replayed: false, latest: { value: 86, quality: 'good', fresh: true } })
    expect(temp?.rules).toHaveLength(2)
    expect(speed).toMatchObject({ code: 'speed', limit: null, rules: [], latest: { value: 50 } })
    expect(page.asset).toMatchObject({ status: 'alarm', priority: 2 })
    expect(page.incidents).toMatchObject([{ state: 'open', failureMode: 'OHE', limit: 80 }])
    expect(page.class?.failureModes.map(({ code }) => code)).toContain('OHE')
    expect(JSON.parse(JSON.stringify(page))).toEqual(page)
  })

  test('is hidden from other organizations, other sites and people without any role', async () => {
    const [plant, other] = [await makePlant(), await makePlant()]
    const id = plant.assetIds[0] ?? ''
    for (const stranger of [person(other), person(plant, 'admin', newId()), { ...person(plant), grants: [] }]) {
      await expect(assetPage(stranger, { id })).rejects.toMatchObject({ code: 'not-found' })
    }
    const requester = await assetPage(person(plant, 'requester'), { id })
    expect(requester).toMatchObject({ incidents: [], openOrders: [] })
    expect(requester.points.every((point) => point.latest === null && point.rules.length === 0)).toBe(true)
  })
})
