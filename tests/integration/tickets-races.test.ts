import { beforeEach, describe, expect, test } from 'vitest'
import pg from 'pg'
import { ensureTicket } from '#server/flows/ensure-ticket.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { until } from '#tests/harness/process.ts'
import { FOUND, orderPlant, type OrderPlant } from './support/order-plant.ts'

const database = useTestDatabase()
let plant: OrderPlant
beforeEach(async () => { plant = await orderPlant(database) })

const INDEX = 'work_order_one_open_per_incident_key'
const EPISODES = 6
const ensure = (incidentId: string) => ensureTicket({ orgId: plant.orgId, incidentId, cause: 'opened' })
const openOrders = async (): Promise<number> => (await database.query(`SELECT 1 FROM work_order WHERE org_id = $1 AND status NOT IN ('closed', 'cancelled', 'rejected')`, [plant.orgId])).length
const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * 3_600_000)

/** Episodes of one key, as a backlog and live readings can leave them to be decided at once. */
const episodes = (): Promise<string[]> =>
  Promise.all(Array.from({ length: EPISODES }, (_, i) => plant.incident({ openedAt: hoursAgo(20 - 2 * i), resolvedAt: hoursAgo(19 - 2 * i) })))

/**
 * All episodes are decided at the same moment: a lock keeps every one of them from writing its order until all have read that
 * there is none. What happens then is up to the database alone.
 */
async function decideAtOnce(ids: readonly string[]): Promise<void> {
  const gate = new pg.Client({ connectionString: database.superUrl })
  await gate.connect()
  try {
    await gate.query('BEGIN; LOCK TABLE counter IN SHARE ROW EXCLUSIVE MODE')
    const decisions = Promise.all(ids.map(ensure))
    await until('every decision waits to write', async () => {
      const { rows } = await gate.query<{ n: number }>(`SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND relation = 'counter'::regclass`)
      return rows[0]?.n === ids.length
    })
    await gate.query('COMMIT')
    await decisions
  } finally {
    await gate.end()
  }
}

test('fifty workers decide about one incident at once: one ticket', async () => {
  const incidentId = await plant.incident()
  const results = await Promise.all(Array.from({ length: 50 }, () => ensure(incidentId)))
  expect(results.filter((result) => result.decision === 'create')).toHaveLength(1)
  expect(new Set(results.map((result) => result.ticketId)).size).toBe(1)
  const counts = await database.query(
    `SELECT (SELECT count(*)::int FROM work_order WHERE org_id = $1) AS orders, (SELECT count(*)::int FROM work_order_event WHERE org_id = $1) AS events,
            (SELECT count(*)::int FROM evidence WHERE org_id = $1) AS evidence, (SELECT count(*)::int FROM alarm WHERE org_id = $1) AS alarms,
            (SELECT value FROM counter WHERE org_id = $1) AS last_number`,
    [plant.orgId],
  )
  expect(counts).toEqual([{ orders: 1, events: 1, evidence: 1, alarms: 1, last_number: 1 }])
})

describe('episodes of one problem decided at the same moment', () => {
  test('make one ticket that carries the evidence of all', async () => {
    const ids = await episodes()
    await decideAtOnce(ids)
    expect(await openOrders()).toBe(1)
    const rows = await database.query<{ incident_id: string }>('SELECT incident_id FROM evidence WHERE org_id = $1', [plant.orgId])
    expect(rows.map((row) => row.incident_id).sort()).toEqual([...ids].sort())
  })

  test('would make a ticket each without the partial unique index: it is the index that says "one"', async () => {
    const [index] = await database.query<{ sql: string }>(`SELECT pg_get_indexdef('${INDEX}'::regclass) AS sql`)
    await database.query(`DROP INDEX ${INDEX}`)
    try {
      await decideAtOnce(await episodes())
      expect(await openOrders()).toBe(EPISODES)
    } finally {
      await database.query('DELETE FROM work_order WHERE org_id = $1', [plant.orgId])
      await database.query(index?.sql ?? '')
    }
  })
})

test('the same message while the order is being closed: reopened or left, never doubled, never lost', async () => {
  for (let round = 0; round < 8; round += 1) {
    const key = `round-${round}`
    const first = await plant.incident({ key, openedAt: hoursAgo(3), resolvedAt: hoursAgo(2) })
    const orderId = (await ensure(first)).ticketId ?? ''
    await plant.run('technician', orderId, { name: 'start', payload: {} })
    const relapse = await plant.incident({ key, openedAt: new Date(Date.now() + 60_000) })
    await Promise.all([plant.run('technician', orderId, { name: 'close', payload: FOUND }), ensure(relapse), ensure(relapse), ensure(first)])
    // Closing leaves a message for what still stands; handled again, nothing is open twice and the relapse is on an order.
    await ensure(relapse)
    const rows = await database.query<{ status: string }>('SELECT status FROM work_order WHERE org_id = $1 AND incident_key = $2', [plant.orgId, key])
    expect(rows).toHaveLength(1)
    const evidence = await database.query('SELECT 1 FROM evidence WHERE org_id = $1 AND work_order_id = $2', [plant.orgId, orderId])
    expect(evidence).toHaveLength(2)
  }
})
