import type pg from 'pg'
import { execOf, systemTx } from '../../platform/db.ts'
import type { RecentValue } from './telemetry.repo.ts'

/** BacklogProgress is where the backlog of a source stands in event time (epoch ms); the rows that wait are packed. */
export interface BacklogProgress {
  readonly sourceId: string
  readonly watermark: number | null
  readonly evaluatedThrough: number | null
  readonly waiting: Uint8Array | null
}

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`

/** loadBacklogs reads the backlogs under way at a site. */
export async function loadBacklogs(client: pg.ClientBase, orgId: string, siteId: string): Promise<BacklogProgress[]> {
  const result = await client.query<BacklogProgress>(
    `SELECT t.source_id AS "sourceId", ${ms('t.watermark')} AS watermark, ${ms('t.evaluated_through')} AS "evaluatedThrough", t.waiting
     FROM source_track_state t JOIN source s ON s.org_id = t.org_id AND s.id = t.source_id
     WHERE t.org_id = $1 AND s.site_id = $2 AND t.track = 'backlog' ORDER BY t.source_id`,
    [orgId, siteId],
  )
  return result.rows
}

/** saveBacklog saves where a source's backlog stands, and that it was heard of now. */
export async function saveBacklog(client: pg.ClientBase, orgId: string, progress: BacklogProgress): Promise<void> {
  await client.query(
    `INSERT INTO source_track_state (org_id, source_id, track, watermark, evaluated_through, waiting, updated_at)
     VALUES ($1, $2, 'backlog', to_timestamp($3 / 1000.0), to_timestamp($4 / 1000.0), $5, now())
     ON CONFLICT (org_id, source_id, track) DO UPDATE SET watermark = excluded.watermark, evaluated_through = excluded.evaluated_through, waiting = excluded.waiting,
       updated_at = now()`,
    [orgId, progress.sourceId, progress.watermark, progress.evaluatedThrough, progress.waiting],
  )
}

/** backlogHeardAt tells when a source's backlog was heard of last (epoch ms); null when none is under way. */
export async function backlogHeardAt(client: pg.ClientBase, orgId: string, sourceId: string): Promise<number | null> {
  const result = await client.query<{ at: number }>(
    `SELECT ${ms('updated_at')} AS at FROM source_track_state WHERE org_id = $1 AND source_id = $2 AND track = 'backlog'`,
    [orgId, sourceId],
  )
  return result.rows[0]?.at ?? null
}

/** endBacklog forgets that a source's backlog is under way. */
export async function endBacklog(client: pg.ClientBase, orgId: string, sourceId: string): Promise<void> {
  await client.query(`DELETE FROM source_track_state WHERE org_id = $1 AND source_id = $2 AND track = 'backlog'`, [orgId, sourceId])
}

/** QuietBacklog is a backlog of which nothing came for a while. */
export interface QuietBacklog {
  readonly sourceId: string
  readonly laneNo: number
  readonly heardAt: number
}

/**
 * quietBacklogs lists the organization's backlogs of which nothing came for so long and about which something is to be done:
 * readings still wait, or the source has been live again since.
 */
export async function quietBacklogs(orgId: string, quietMs: number): Promise<QuietBacklog[]> {
  return systemTx(
    (client) =>
      execOf(client).query<QuietBacklog>(
        `SELECT t.source_id AS "sourceId", st.lane_no AS "laneNo", ${ms('t.updated_at')} AS "heardAt"
         FROM source_track_state t JOIN source_state st ON st.source_id = t.source_id
         WHERE t.org_id = $1 AND t.track = 'backlog' AND t.updated_at <= now() - $2 * interval '1 millisecond'
           AND (t.waiting IS NOT NULL OR st.watermark > t.watermark) ORDER BY t.updated_at`,
        [orgId, quietMs],
      ),
    orgId,
  )
}

/** recentBacklog reads each point's newest values from backlogs at or before `throughMs`, oldest first, at most `count` each; late and bad ones are not among them. */
export async function recentBacklog(client: pg.ClientBase, pointNos: readonly number[], throughMs: number, count: number): Promise<RecentValue[]> {
  if (pointNos.length === 0) return []
  const result = await client.query<RecentValue>(
    `SELECT p.no AS "pointNo", ${ms('r.ts')} AS t, r.value
     FROM unnest($1::int[]) AS p(no)
     CROSS JOIN LATERAL (SELECT ts, value FROM telemetry.reading WHERE point_no = p.no AND ts <= to_timestamp($2 / 1000.0) AND quality IN (8, 9)
                         ORDER BY ts DESC LIMIT $3) AS r
     ORDER BY p.no, r.ts`,
    [pointNos, throughMs, count],
  )
  return result.rows
}

/** valuesAt reads a point's newest stored value at or before each time (epoch ms) and not older than its staleness; times without one are left out. */
export async function valuesAt(client: pg.ClientBase, pointNo: number, times: readonly number[], stalenessMs: number): Promise<RecentValue[]> {
  const result = await client.query<RecentValue>(
    `SELECT $1::int AS "pointNo", at.ms AS t, r.value FROM unnest($2::float8[]) AS at (ms)
     CROSS JOIN LATERAL (SELECT value FROM telemetry.reading WHERE point_no = $1 AND ts <= to_timestamp(at.ms / 1000.0) AND ts >= to_timestamp((at.ms - $3) / 1000.0)
                           AND quality & 3 <> 2 ORDER BY ts DESC LIMIT 1) AS r`,
    [pointNo, times, stalenessMs],
  )
  return result.rows
}

/** firstLiveAfter finds the first reading of a point that was judged live and is newer than a time (both epoch ms); null for none. */
export async function firstLiveAfter(client: pg.ClientBase, pointNo: number, afterMs: number): Promise<number | null> {
  const result = await client.query<{ t: number }>(
    `SELECT ${ms('ts')} AS t FROM telemetry.reading WHERE point_no = $1 AND ts > to_timestamp($2 / 1000.0) AND quality IN (0, 1) ORDER BY ts LIMIT 1`,
    [pointNo, afterMs],
  )
  return result.rows[0]?.t ?? null
}
