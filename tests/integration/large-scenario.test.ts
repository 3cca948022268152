import { describe, expect, test } from 'vitest'
import { assetTree } from '#server/modules/assets/index.ts'
import { listOrders } from '#server/modules/work-orders/index.ts'
import { useTestDatabase } from '#tests/harness/database.ts'

const database = useTestDatabase()
const SMALL = { assets: 200, orders: 400, readings: 5000 }
const counts = async () => (await database.query<Record<string, number>>(`SELECT (SELECT count(*)::int FROM asset) AS assets, (SELECT count(*)::int FROM work_order) AS orders,
  (SELECT count(*)::int FROM incident) AS incidents, (SELECT count(*)::int FROM telemetry.reading) AS readings, (SELECT sum(n)::int FROM telemetry.reading_hour) AS rolled`))[0]

describe('seedLarge', () => {
  test('makes what it was asked for, the same each time, and in a form that the lists read', async () => {
    const { seedLarge } = await import('#prisma/seed/scenarios/large.ts')
    const nowMs = Date.now()
    const { orgId, readings } = await seedLarge(SMALL, nowMs)
    const first = await counts()
    expect(first).toMatchObject({ assets: 200, orders: 400, incidents: 80 })
    expect(first?.readings).toBe(readings)
    expect(readings).toBeGreaterThanOrEqual(SMALL.readings)
    expect(first?.rolled).toBe(readings)
    expect((await seedLarge(SMALL, nowMs)).readings).toBe(0)
    expect(await counts()).toEqual(first)

    const system = { type: 'system', orgId } as const
    const { nodes } = await assetTree(system)
    expect(nodes).toHaveLength(200)
    expect(new Set(nodes.map((node) => node.status))).toContain('operating')
    const page = await listOrders(system, { limit: 100 })
    expect(page.items).toHaveLength(100)
    expect(page.counts.open).toBeGreaterThan(0)
  })
})
