import { once } from 'node:events'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { encodeCopy, type StoreColumns } from './copy-encode.ts'

const prepared = new WeakSet<object>()

async function prepareIncoming(client: pg.ClientBase): Promise<void> {
  if (prepared.has(client)) return
  await client.query(
    `CREATE TEMP TABLE IF NOT EXISTS incoming (i int, point_no int, ts timestamptz(3), value double precision, quality smallint) ON COMMIT DELETE ROWS`,
  )
  prepared.add(client)
}

/**
 * storeReadings stores rows that are not there yet and tells which those were: null when all were new, else the row
 * numbers stored (the first of two equal keys wins). COPY goes to a temporary table because PostgreSQL refuses it on a
 * table with row-level security; the tenant must be set in this transaction.
 */
export async function storeReadings(client: pg.ClientBase, orgNo: number, rows: StoreColumns): Promise<Set<number> | null> {
  if (rows.n === 0) return null
  await prepareIncoming(client)
  const copy = client.query(copyFrom('COPY incoming FROM STDIN (FORMAT binary)'))
  // The stream finishes before the connection is ready for the next query: only its drain says that.
  const ready = Promise.all([once(copy, 'finish'), once(client, 'drain')])
  copy.end(encodeCopy(rows))
  await ready
  const inserted = await client.query({
    name: 'reading-insert',
    text: `INSERT INTO telemetry.reading (point_no, org_no, ts, value, quality)
           SELECT point_no, $1, ts, value, quality FROM incoming ON CONFLICT DO NOTHING`,
    values: [orgNo],
  })
  if (inserted.rowCount === rows.n) return null
  // Rows written by this very transaction carry its id: those are the ones that were not there before.
  const stored = await client.query<{ i: number }>(
    `SELECT DISTINCT ON (x.point_no, x.ts) x.i FROM incoming x JOIN telemetry.reading r USING (point_no, ts)
     WHERE r.xmin = pg_current_xact_id()::xid ORDER BY x.point_no, x.ts, x.i`,
  )
  return new Set(stored.rows.map((row) => row.i))
}

/** noteRollupDue remembers that roll-ups of these spans (epoch ms) are behind. */
export async function noteRollupDue(client: pg.ClientBase, orgId: string, laneNo: number, spans: readonly { from: number; to: number }[]): Promise<void> {
  if (spans.length === 0) return
  await client.query({
    name: 'rollup-due',
    text: `INSERT INTO telemetry.rollup_due (lane_no, org_id, from_ts, to_ts)
           SELECT $1, $2, to_timestamp(s.f / 1000), to_timestamp(s.t / 1000) FROM unnest($3::float8[], $4::float8[]) AS s(f, t)`,
    values: [laneNo, orgId, spans.map((s) => s.from), spans.map((s) => s.to)],
  })
}

/** RecentValue is a judged value read back from history. */
export interface RecentValue {
  readonly pointNo: number
  readonly t: number
  readonly value: number
}

/** recentJudged reads each point's newest judged values at or before `throughMs`, oldest first, at most `count` each; late, imported and bad ones are not among them. */
export async function recentJudged(client: pg.ClientBase, pointNos: readonly number[], throughMs: number, count: number): Promise<RecentValue[]> {
  if (pointNos.length === 0) return []
  const result = await client.query<RecentValue>(
    `SELECT p.no AS "pointNo", (extract(epoch FROM r.ts) * 1000)::float8 AS t, r.value
     FROM unnest($1::int[]) AS p(no)
     CROSS JOIN LATERAL (SELECT ts, value FROM telemetry.reading WHERE point_no = p.no AND ts <= to_timestamp($2 / 1000.0) AND quality IN (0, 1)
                         ORDER BY ts DESC LIMIT $3) AS r
     ORDER BY p.no, r.ts`,
    [pointNos, throughMs, count],
  )
  return result.rows
}

/** JudgedFrom asks for a point's judged readings later than a time, and no later than another (epoch ms). */
export interface JudgedFrom { readonly pointNo: number; readonly afterMs: number; readonly throughMs: number }

/** judgedBetween reads judged values of points, each over a stretch of its own, oldest first; late, imported and bad ones are not among them. */
export async function judgedBetween(client: pg.ClientBase, asked: readonly JudgedFrom[]): Promise<RecentValue[]> {
  if (asked.length === 0) return []
  const result = await client.query<RecentValue>(
    `SELECT p.no AS "pointNo", (extract(epoch FROM r.ts) * 1000)::float8 AS t, r.value
     FROM unnest($1::int[], $2::float8[], $3::float8[]) AS p(no, after, through)
     JOIN telemetry.reading r ON r.point_no = p.no AND r.ts > to_timestamp(p.after / 1000.0) AND r.ts <= to_timestamp(p.through / 1000.0) AND r.quality IN (0, 1)
     ORDER BY r.ts, p.no`,
    [asked.map((one) => one.pointNo), asked.map((one) => one.afterMs), asked.map((one) => one.throughMs)],
  )
  return result.rows
}

/**
 * runningSince tells since when (epoch ms) a point has been sending without a gap longer than its staleness, looking back
 * from `throughMs` no further than its warm-up needs; null when it has no values.
 */
export async function runningSince(client: pg.ClientBase, pointNo: number, throughMs: number, warmupMs: number, stalenessMs: number): Promise<number | null> {
  const result = await client.query<{ t: number | null }>(
    `SELECT max(t) FILTER (WHERE before IS NULL OR t - before > $4) AS t
     FROM (SELECT t, lag(t) OVER (ORDER BY t) AS before
           FROM (SELECT (extract(epoch FROM ts) * 1000)::float8 AS t FROM telemetry.reading
                 WHERE point_no = $1 AND ts <= to_timestamp($2 / 1000.0) AND ts >= to_timestamp(($2 - $3 - $4) / 1000.0) AND quality IN (0, 1)) AS r) AS spaced`,
    [pointNo, throughMs, warmupMs, stalenessMs],
  )
  return result.rows[0]?.t ?? null
}
