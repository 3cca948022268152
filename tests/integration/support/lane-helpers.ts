import { drainOnce } from '#server/flows/drain-lane/index.ts'
import { ensureTicket } from '#server/flows/ensure-ticket.ts'
import { acceptBatch, type NewBatch } from '#server/modules/telemetry/index.ts'
import type { IncidentCause } from '#server/platform/outbox.ts'
import type { TestDatabase } from '#tests/harness/database.ts'
import type { Plant } from '#tests/harness/plant.ts'

/** Episode is an incident as these tests compare it; times are epoch ms. */
export interface Episode {
  readonly key: string
  readonly state: string
  readonly opened: number
  readonly resolved: number | null
  readonly peak: number
  readonly offline: boolean
}

/** laneHelpers are the steps that tests of judging take again and again. */
export function laneHelpers(database: TestDatabase) {
  const drainAll = async (plant: Plant): Promise<void> => {
    while ((await drainOnce(plant.source.laneNo)).batches > 0);
  }
  return {
    drainAll,

    /** Makes the worker read everything again before the next batch, as after a restart or a change of rules. */
    forget: (plant: Plant) => database.query('UPDATE site SET config_version = config_version + 1 WHERE org_id = $1', [plant.orgId]),

    /** Takes a batch in and judges it. */
    async take(plant: Plant, batch: NewBatch): Promise<void> {
      await acceptBatch(plant.source, batch)
      await drainAll(plant)
    },

    /** Readings of a plant's point (by its place), one a second from a time on; null leaves a second out. */
    rows: (plant: Plant, values: readonly (number | null)[], from: number, point = 0) =>
      values.flatMap((value, i) => (value === null ? [] : [{ point: plant.points[point]?.key, ts: from + i * 1000, value }])),

    incidents: (plant: Plant) =>
      database.query<Episode>(
        `SELECT key, state, (extract(epoch FROM opened_at) * 1000)::float8 AS opened, (extract(epoch FROM resolved_at) * 1000)::float8 AS resolved, peak_value AS peak,
                happened_offline AS offline FROM incident WHERE org_id = $1 ORDER BY happened_offline, opened_at`,
        [plant.orgId],
      ),

    /** What the rules of a track remember, as stored. */
    states: (plant: Plant, track: string) =>
      database.query<{ phase: string }>('SELECT rule_id, point_no, phase, state, rule_version_id FROM rule_state WHERE org_id = $1 AND track = $2 ORDER BY rule_id, point_no', [plant.orgId, track]),

    /** Does what the plant's messages ask for, once each, as the queue would. */
    async deliver(plant: Plant): Promise<void> {
      const messages = await database.query<{ no: string; payload: { incidentId: string; cause: IncidentCause } }>(
        `UPDATE outbox SET done_at = now() WHERE org_id = $1 AND topic = 'incident.changed' AND done_at IS NULL RETURNING no, payload`,
        [plant.orgId],
      )
      for (const { payload } of messages.toSorted((a, b) => Number(a.no) - Number(b.no))) await ensureTicket({ orgId: plant.orgId, ...payload })
    },

    orders: (plant: Plant) =>
      database.query<{ status: string; happened_offline: boolean; propose_close: boolean }>(
        'SELECT status, happened_offline, propose_close FROM work_order WHERE org_id = $1 ORDER BY no', [plant.orgId],
      ),
  }
}
