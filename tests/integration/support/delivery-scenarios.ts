import { expect } from 'vitest'
import { hmacOf } from '#tests/harness/browser-keys.ts'
import { until } from '#tests/harness/process.ts'
import type { Received, Receiver } from '#tests/harness/receiver.ts'
import type { TestDatabase } from '#tests/harness/database.ts'
import { writeOutbox } from '#server/platform/outbox.ts'
import { withTenant } from '#server/platform/db.ts'
import { webhookSecret } from '#server/platform/outbound/keys.ts'
import type { ToldPlant } from './told-plant.ts'

/** Hook is what a webhook received, as its owner reads it. */
export interface Hook {
  readonly id: string
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Checks the signature of a request against the endpoint's secret and reads it. */
function readHook(request: Received, endpointId: string): Hook {
  const [id, timestamp] = [String(request.headers['webhook-id']), String(request.headers['webhook-timestamp'])]
  expect(request.headers['webhook-signature']).toBe(hmacOf(webhookSecret(endpointId, 1), id, timestamp, request.body))
  return { id, ...(JSON.parse(request.body.toString()) as Omit<Hook, 'id'>) }
}

/** hooksAt reads what arrived at a path. */
export const hooksAt = (receiver: Receiver, path: string, endpointId: string): Hook[] =>
  receiver.received.filter((one) => one.path === path).map((one) => readHook(one, endpointId))

/** raise stores an incident and leaves the message that judging leaves; a worker does the rest. Gives the incident's id. */
export async function raise(plant: ToldPlant, row: Parameters<ToldPlant['incident']>[0]): Promise<string> {
  const incidentId = await plant.incident(row)
  await withTenant(plant.orgId, (tx) => writeOutbox(tx.exec, plant.orgId, 'incident.changed', { incidentId, cause: 'opened' }))
  return incidentId
}

/** DeliveryRow is one message as the tables have it. */
export interface DeliveryRow {
  readonly id: string
  readonly state: string
  readonly attempts: number
  readonly lastError: string | null
}

/** deliveriesOf lists the messages of an endpoint, oldest first. */
export const deliveriesOf = (database: TestDatabase, endpointId: string): Promise<DeliveryRow[]> =>
  database.query<DeliveryRow>('SELECT id, state, attempts, last_error AS "lastError" FROM delivery WHERE endpoint_id = $1 ORDER BY created_at, id', [endpointId])

/** allSent waits until every message of an endpoint, at least so many, was taken. */
export const allSent = (database: TestDatabase, endpointId: string, atLeast = 1): Promise<void> =>
  until(`${atLeast} messages of ${endpointId} are sent`, async () => {
    const rows = await deliveriesOf(database, endpointId)
    return rows.length >= atLeast && rows.every(({ state }) => state === 'sent')
  }, 40_000)
