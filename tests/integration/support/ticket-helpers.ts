import { expect } from 'vitest'
import type { IncidentCause } from '#server/platform/outbox.ts'
import { ensureTicket } from '#server/flows/ensure-ticket.ts'
import type { TestDatabase } from '#tests/harness/database.ts'
import { FOUND, type IncidentRow, type OrderPlant } from './order-plant.ts'

const HOUR = 3_600_000

/** hence and ago give the moment some hours from now, after or before. */
export const hence = (hours: number): Date => new Date(Date.now() + hours * HOUR)
export const ago = (hours: number): Date => hence(-hours)

/** ticketHelpers are the steps that tests of tickets take again and again, on the plant of the running test. */
export function ticketHelpers(database: TestDatabase, plantOf: () => OrderPlant) {
  const ensure = (incidentId: string, cause: IncidentCause = 'opened') => ensureTicket({ orgId: plantOf().orgId, incidentId, cause })
  return {
    ensure,
    set: (id: string, fields: string, ...values: unknown[]) => database.query(`UPDATE incident SET ${fields} WHERE id = $1`, [id, ...values]),
    orders: () => database.query<{ id: string; status: string }>('SELECT id, status FROM work_order WHERE org_id = $1 ORDER BY no', [plantOf().orgId]),
    alarmOf: async (incidentId: string) => (await database.query<{ state: string }>('SELECT state FROM alarm WHERE incident_id = $1', [incidentId]))[0]?.state,
    audits: (id: string) => database.query<{ action: string; actor_type: string }>('SELECT action, actor_type FROM audit WHERE entity_id = $1 ORDER BY at, id', [id]),

    /** Raises a ticket for an incident that opened some hours ago, and gives both. */
    async ticket(row: IncidentRow = { openedAt: ago(3) }): Promise<{ incidentId: string; orderId: string }> {
      const incidentId = await plantOf().incident(row)
      const { decision, ticketId } = await ensure(incidentId)
      expect(decision).toBe('create')
      return { incidentId, orderId: ticketId ?? '' }
    },

    async work(orderId: string, finish: 'complete' | 'close', completion: object = FOUND): Promise<void> {
      await plantOf().run('technician', orderId, { name: 'start', payload: {} })
      await plantOf().run('technician', orderId, { name: finish, payload: completion })
    },

    /** Makes the work of an order lie in the past, so that later episodes can lie after it. */
    finished: (orderId: string, at: Date) =>
      database.query(
        `UPDATE work_order SET work_finished_at = $2::timestamptz, work_started_at = least(work_started_at, $2::timestamptz),
                closed_at = CASE WHEN closed_at IS NULL THEN NULL ELSE $2::timestamptz END WHERE id = $1`,
        [orderId, at],
      ),
  }
}
