import type pg from 'pg'
import type { SavedPauses } from '#server/core/condition/pauses.ts'
import { systemPool } from '../../platform/db.ts'

/** LockedLane is a lane whose row this transaction holds. */
export interface LockedLane {
  readonly no: number
  readonly orgId: string
  readonly siteId: string
  readonly version: string
  /** PostgreSQL's clock, epoch ms: the only clock that judging may use. */
  readonly nowMs: number
}

/** lockLane takes the lane's row for this transaction: order and fencing come from it, not from the queue. Null when there is no such lane. */
export async function lockLane(client: pg.ClientBase, laneNo: number): Promise<LockedLane | null> {
  const result = await client.query<LockedLane>({
    name: 'lane-lock',
    text: `SELECT no, org_id AS "orgId", site_id AS "siteId", version::text, (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "nowMs"
           FROM lane WHERE no = $1 FOR UPDATE`,
    values: [laneNo],
  })
  return result.rows[0] ?? null
}

/** LaneTenant is what only the tenant's own rows tell: the number on its readings, and the state of its configuration. */
export interface LaneTenant {
  readonly orgNo: number
  readonly configVersion: number
  readonly timeZone: string
}

/** openLaneTenant sets the tenant of this transaction and reads what the lane needs of it. */
export async function openLaneTenant(client: pg.ClientBase, lane: LockedLane): Promise<LaneTenant> {
  await client.query({ name: 'set-org', text: `SELECT set_config('mw.org', $1, true)`, values: [lane.orgId] })
  const result = await client.query<LaneTenant>({
    name: 'lane-tenant',
    text: `SELECT o.no AS "orgNo", s.config_version AS "configVersion", s.time_zone AS "timeZone", set_config('mw.org_no', o.no::text, true)
           FROM site s JOIN organization o ON o.id = s.org_id WHERE s.org_id = $1 AND s.id = $2`,
    values: [lane.orgId, lane.siteId],
  })
  const row = result.rows[0]
  if (!row) throw new Error(`lane ${lane.no} belongs to a site that does not exist`)
  return row
}

/**
 * bumpLane counts the lane's version up (a copy of its state that was read before is stale from now on) and notes at which
 * event time judging would change without new data.
 */
export async function bumpLane(client: pg.ClientBase, laneNo: number, wakeAtMs: number | null): Promise<void> {
  await client.query({
    name: 'lane-bump',
    text: 'UPDATE lane SET version = version + 1, wake_at = to_timestamp($2 / 1000.0), updated_at = now() WHERE no = $1',
    values: [laneNo, wakeAtMs],
  })
}

/** StoredSource is where a source stands in event time. */
export interface StoredSource {
  readonly sourceId: string
  readonly clock: 'live' | 'replay'
  readonly reorderWindowMs: number
  readonly watermark: number | null
  readonly evaluatedThrough: number | null
  readonly waiting: Buffer | null
  readonly pauses: SavedPauses | null
  readonly lastSeenMs: number | null
  readonly batchGapMs: number
}

/** loadSources reads every source of the lane's site. */
export async function loadSources(client: pg.ClientBase, lane: Pick<LockedLane, 'orgId' | 'siteId'>): Promise<StoredSource[]> {
  const result = await client.query<StoredSource>(
    `SELECT s.id AS "sourceId", s.clock, s.reorder_window_ms AS "reorderWindowMs", (extract(epoch FROM st.watermark) * 1000)::float8 AS watermark,
            (extract(epoch FROM st.evaluated_through) * 1000)::float8 AS "evaluatedThrough", st.waiting, st.pauses,
            (extract(epoch FROM st.last_seen_at) * 1000)::float8 AS "lastSeenMs", coalesce(st.batch_gap_ms, 0) AS "batchGapMs"
     FROM source s LEFT JOIN source_state st ON st.source_id = s.id WHERE s.org_id = $1 AND s.site_id = $2 ORDER BY s.id`,
    [lane.orgId, lane.siteId],
  )
  return result.rows
}

/** SourceProgress is what a drain changed about a source. */
export interface SourceProgress {
  readonly sourceId: string
  readonly clock: 'live' | 'replay'
  readonly watermark: number | null
  readonly evaluatedThrough: number | null
  readonly waiting: Uint8Array | null
  readonly pauses: SavedPauses | null
  readonly lastSeenMs: number | null
  readonly batchGapMs: number
  readonly accepted: number
  readonly rejected: number
}

/** saveSources saves the progress of sources; counts are added to what is there. */
export async function saveSources(client: pg.ClientBase, lane: LockedLane, progress: readonly SourceProgress[]): Promise<void> {
  for (const p of progress) {
    await client.query({
      name: 'source-save',
      text: `INSERT INTO source_state AS s (source_id, org_id, lane_no, watermark, evaluated_through, waiting, last_seen_at, batch_gap_ms, accepted, rejected, clock, pauses)
             VALUES ($1, $2, $3, to_timestamp($4 / 1000.0), to_timestamp($5 / 1000.0), $6, to_timestamp($7 / 1000.0), $8, $9, $10, $11, $12::jsonb)
             ON CONFLICT (source_id) DO UPDATE SET watermark = excluded.watermark, evaluated_through = excluded.evaluated_through, waiting = excluded.waiting,
               last_seen_at = greatest(s.last_seen_at, excluded.last_seen_at), batch_gap_ms = excluded.batch_gap_ms, pauses = excluded.pauses,
               clock = excluded.clock, accepted = s.accepted + excluded.accepted, rejected = s.rejected + excluded.rejected`,
      values: [
        p.sourceId, lane.orgId, lane.no, p.watermark, p.evaluatedThrough, p.waiting, p.lastSeenMs, Math.round(p.batchGapMs), p.accepted, p.rejected, p.clock,
        p.pauses === null ? null : JSON.stringify(p.pauses),
      ],
    })
  }
}

/** TickCandidate is a source of a lane that waits for time to pass, with the database's time. */
export interface TickCandidate {
  readonly sourceId: string
  readonly orgId: string
  readonly laneNo: number
  readonly wakeAtMs: number
  readonly batchGapMs: number
  readonly nowMs: number
}

/** tickCandidates lists the sources of every lane whose judging would have changed at least `graceMs` ago without new data. */
export async function tickCandidates(graceMs: number): Promise<TickCandidate[]> {
  const result = await systemPool().query<TickCandidate>(
    `SELECT st.source_id AS "sourceId", st.org_id AS "orgId", st.lane_no AS "laneNo", (extract(epoch FROM l.wake_at) * 1000)::float8 AS "wakeAtMs",
            st.batch_gap_ms AS "batchGapMs", (extract(epoch FROM now()) * 1000)::float8 AS "nowMs"
     FROM lane l JOIN source_state st ON st.lane_no = l.no WHERE l.wake_at <= now() - $1 * interval '1 millisecond' AND st.clock = 'live'`,
    [graceMs],
  )
  return result.rows
}

/** lastHeard tells when each source of the organization was heard last, epoch ms. */
export async function lastHeard(orgId: string): Promise<Map<string, number>> {
  const { rows } = await systemPool().query<{ id: string; t: number }>(
    `SELECT source_id AS id, (extract(epoch FROM last_seen_at) * 1000)::float8 AS t FROM source_state WHERE org_id = $1 AND last_seen_at IS NOT NULL`,
    [orgId],
  )
  return new Map(rows.map((row) => [row.id, row.t]))
}
