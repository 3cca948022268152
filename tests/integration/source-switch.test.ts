import { afterAll, beforeAll, expect, test } from 'vitest'
import { postReadings } from '#server/api/v1/readings.ts'
import type { Actor } from '#server/core/people/actor.ts'
import { createApiKey } from '#server/modules/keys/index.ts'
import { listSources, setSourceEnabled } from '#server/modules/sources/index.ts'
import { prepareQueue } from '#server/queue/backend.ts'
import { closeQueues } from '#server/queue/client.ts'
import { useTestDatabase } from '#tests/harness/database.ts'
import { makePlant } from '#tests/harness/plant.ts'

useTestDatabase()
beforeAll(prepareQueue)
afterAll(closeQueues)

test('a source that is switched off takes nothing in, until it is switched on', async () => {
  const plant = await makePlant()
  const actor: Actor = { type: 'system', orgId: plant.orgId }
  const { key, sourceId } = await createApiKey(actor, { name: 'Press', scopes: ['ingest'], site: plant.siteId })
  const send = (): Promise<Response> => postReadings(
    new Request('http://127.0.0.1/api/v1/readings', {
      method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ readings: [{ point: plant.points[0]?.key, ts: Date.now(), value: 20 }] }),
    }),
    { params: Promise.resolve({}) },
  )
  expect((await send()).status).toBe(202)
  await setSourceEnabled(actor, { id: sourceId, enabled: false })
  const refused = await send()
  expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'forbidden', detail: expect.stringContaining('switched off') as string }])
  await setSourceEnabled(actor, { id: sourceId, enabled: true })
  expect((await send()).status).toBe(202)
  const source = (await listSources(actor)).find((one) => one.id === sourceId)
  expect(source?.perMinute.at(-1)).toBe(2)
})
