import { afterAll, beforeAll, expect, test } from 'vitest'
import { POST } from '#app/api/v1/readings/route.ts'
import { openApiDocument } from '#server/api/v1/openapi.ts'
import { createApiKey } from '#server/modules/keys/index.ts'
import { prepareQueue } from '#server/queue/backend.ts'
import { closeQueues } from '#server/queue/client.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant, type Plant } from '#tests/harness/plant.ts'
import { laneHelpers } from './support/lane-helpers.ts'

const database = useTestDatabase()
const { deliver, drainAll, incidents, orders, rows } = laneHelpers(database)
const T0 = Math.floor(Date.now() / 1000) * 1000 - 600_000
let plant: Plant
let key = ''

beforeAll(async () => {
  await prepareQueue()
  plant = await makePlant({ rules: [{ kind: 'threshold', points: ['temp'], direction: 'above', limit: 80, forMs: 2000, priority: 2, failureMode: 'OHE' }] })
  key = (await createApiKey({ type: 'system', orgId: plant.orgId }, { name: 'edge', scopes: ['ingest'], site: plant.siteId })).key
})
afterAll(closeQueues)

const post = (body: object): Promise<Response> =>
  POST(new Request('http://127.0.0.1/api/v1/readings', { method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, body: JSON.stringify(body) }), { params: Promise.resolve({}) })

test('a machine says that a batch was kept while it was offline, and the order that comes of it says so, too', async () => {
  expect((await post({ boot: 'b', seq: 1, readings: rows(plant, [20, 21], T0 + 60_000) })).status).toBe(202)
  expect((await post({ boot: 'b', seq: 2, backlog: true, readings: rows(plant, [90, 91, 92, 93, 20, 20], T0) })).status).toBe(202)
  const kinds = await database.query<{ backlog: boolean }>('SELECT backlog FROM inbox WHERE org_id = $1 ORDER BY no', [plant.orgId])
  expect(kinds.map((row) => row.backlog)).toEqual([false, true])
  await drainAll(plant)
  await deliver(plant)
  expect(await incidents(plant)).toMatchObject([{ offline: true, state: 'resolved' }])
  expect(await orders(plant)).toMatchObject([{ happened_offline: true }])
})

test('anything but yes or no is refused with the name of the field', async () => {
  const response = await post({ backlog: 'yes', readings: rows(plant, [20], T0) })
  expect(response.status).toBe(422)
  expect(((await response.json()) as { detail: string }).detail).toMatch(/^backlog: /)
})

test('the description names it', () => {
  expect(JSON.stringify(openApiDocument())).toContain('"backlog":{"description":"True for readings kept while the sender was offline')
})
