import { describe, expect, it } from 'vitest'
import type { PersonActor } from '#server/core/people/actor.ts'
import { drainOnce } from '#server/flows/drain-lane/index.ts'
import { ensureTicket } from '#server/flows/ensure-ticket.ts'
import { assetTree } from '#server/modules/assets/index.ts'
import { listOrders } from '#server/modules/work-orders/index.ts'
import { acceptBatch } from '#server/modules/telemetry/index.ts'
import { systemTx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'

useTestDatabase()
const manager = (plant: Plant): PersonActor => ({ type: 'person', orgId: plant.orgId, personId: newId(), name: 'Tester', grants: [{ role: 'manager', siteId: null }] })

const send = async (plant: Plant, values: readonly number[]): Promise<void> => {
  const from = Date.now() - values.length * 1000
  await acceptBatch(plant.source, { readings: values.map((value, i) => ({ point: plant.points[0]?.key, ts: from + i * 1000, value })) })
  await drainOnce(plant.source.laneNo)
}
const incidentsOf = (plant: Plant) =>
  systemTx(async (client) => (await client.query<{ id: string; key: string }>('SELECT id, key FROM incident WHERE org_id = $1 ORDER BY opened_at', [plant.orgId])).rows, plant.orgId)

describe('a sensor that stands still', () => {
  it('makes its machine unknown, not healthy, and raises a ticket of its own kind', async () => {
    const plant = await makePlant({ rules: [{ kind: 'threshold', points: ['temp'], measure: { kind: 'stuck', tolerance: 0 }, direction: 'above', limit: 20, priority: 3 }] })
    await send(plant, Array.from({ length: 40 }, (_, i) => (i < 5 ? i : 7)))
    const [incident] = await incidentsOf(plant)
    expect(incident?.key).toContain(':sensor:')
    expect((await assetTree(manager(plant))).nodes.map((node) => node.status)).toEqual(['unknown'])
    await ensureTicket({ orgId: plant.orgId, incidentId: incident?.id ?? '', cause: 'opened' })
    const { items } = await listOrders(manager(plant), {})
    expect(items).toMatchObject([{ kind: 'corrective', source: 'condition', failureMode: null }])
    expect(items[0]?.title).toContain('stands still')
  })

  it('does not hide a fault of the machine', async () => {
    const plant = await makePlant({ rules: [
      { kind: 'threshold', points: ['temp'], measure: { kind: 'stuck', tolerance: 0 }, direction: 'above', limit: 20, priority: 3 },
      { kind: 'threshold', points: ['temp'], direction: 'above', limit: 5, priority: 2, failureMode: 'OHE' },
    ] })
    await send(plant, Array.from({ length: 40 }, () => 7))
    expect((await incidentsOf(plant)).length).toBe(2)
    expect((await assetTree(manager(plant))).nodes.map((node) => [node.status, node.priority])).toEqual([['alarm', 2]])
  })
})
