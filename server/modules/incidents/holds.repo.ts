import type { StopCondition } from '#server/core/alarms/suppression.ts'
import type { Tenant } from './journal.repo.ts'

/** StandingShelf is a shelf that has not ended. */
export interface StandingShelf {
  readonly id: string
  readonly siteId: string
  readonly assetId: string
  readonly key: string
  readonly priority: number
  readonly until: Date
}

const SHELF = `SELECT id, site_id AS "siteId", asset_id AS "assetId", key, priority, until FROM alarm_shelf WHERE org_id = $1::uuid AND ended_at IS NULL AND`

/** shelvesOf reads the shelves that alarms (keys) are on. */
export const shelvesOf = ({ orgId, exec }: Tenant, keys: readonly string[]): Promise<StandingShelf[]> =>
  exec.query<StandingShelf>(`${SHELF} key = ANY($2::text[]) ORDER BY key`, [orgId, keys])

/** expiredShelves takes the shelves whose time is over for this transaction; those that another one holds are left to it. */
export const expiredShelves = ({ orgId, exec }: Tenant, now: Date): Promise<StandingShelf[]> =>
  exec.query<StandingShelf>(`${SHELF} until <= $2::timestamptz ORDER BY until LIMIT 200 FOR UPDATE SKIP LOCKED`, [orgId, now])

/** endShelf marks a shelf as ended; false when it had ended before. */
export async function endShelf({ orgId, exec }: Tenant, id: string, cause: 'expired' | 'by-hand' | 'escalated', by: string | null): Promise<boolean> {
  const rows = await exec.query('UPDATE alarm_shelf SET ended_at = now(), ended_cause = $3, ended_by = $4::uuid WHERE org_id = $1::uuid AND id = $2::uuid AND ended_at IS NULL RETURNING 1', [orgId, id, cause, by])
  return rows.length > 0
}

/** OutageScope is what is out of service: a point, or a rule on an asset. */
export interface OutageScope {
  readonly assetId: string
  readonly ruleId: string | null
  readonly pointNo: number | null
}

/** outagesOn reads what is out of service on assets. */
export const outagesOn = ({ orgId, exec }: Tenant, assetIds: readonly string[]): Promise<OutageScope[]> =>
  exec.query<OutageScope>(
    `SELECT asset_id AS "assetId", rule_id AS "ruleId", point_no AS "pointNo" FROM alarm_outage WHERE org_id = $1::uuid AND ended_at IS NULL AND asset_id = ANY($2::uuid[])`,
    [orgId, assetIds],
  )

/** StopCause is what suppresses an asset's alarms by design, with the newest good reading of its point up to a time (ms); no reading says nothing. */
export interface StopCause extends StopCondition {
  readonly incidentId: string
  readonly stalenessMs: number
  readonly t: number | null
  readonly value: number | null
}

/** causesOf reads, for episodes at times, what may suppress them by design. */
export const causesOf = ({ orgId, exec }: Tenant, episodes: readonly { readonly id: string; readonly assetId: string; readonly at: Date }[]): Promise<StopCause[]> =>
  exec.query<StopCause>(
    `SELECT e.id AS "incidentId", s.direction, s."limit", p.staleness_ms AS "stalenessMs", (extract(epoch FROM r.ts) * 1000)::float8 AS t, r.value
     FROM jsonb_to_recordset($2::jsonb) AS e(id uuid, "assetId" uuid, at timestamptz)
     JOIN alarm_suppression s ON s.org_id = $1::uuid AND s.asset_id = e."assetId" AND s.ended_at IS NULL
     JOIN point p ON p.org_id = s.org_id AND p.no = s.cause_point_no
     LEFT JOIN LATERAL (
       SELECT l.ts, l.value FROM telemetry.reading l
       WHERE l.point_no = p.no AND l.ts <= e.at AND l.ts >= e.at - p.staleness_ms * interval '1 millisecond' AND l.quality & 3 <> 2 ORDER BY l.ts DESC LIMIT 1
     ) r ON true`,
    [orgId, JSON.stringify(episodes)],
  )

/** setHeld writes down why incidents are held. */
export async function setHeld({ orgId, exec }: Tenant, rows: readonly { readonly id: string; readonly held: string | null }[]): Promise<void> {
  if (rows.length === 0) return
  await exec.query(
    `UPDATE incident i SET held = h.held FROM jsonb_to_recordset($2::jsonb) AS h(id uuid, held text) WHERE i.org_id = $1::uuid AND i.id = h.id`,
    [orgId, JSON.stringify(rows)],
  )
}
