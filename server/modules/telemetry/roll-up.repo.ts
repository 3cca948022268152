import type pg from 'pg'
import { RETENTION_DAYS } from '#server/core/telemetry/resolution.ts'
import { systemPool, systemTx } from '../../platform/db.ts'

interface DueSpan {
  readonly laneNo: number
  readonly orgId: string
  readonly day: string
  readonly nos: string[]
  readonly from: Date
  readonly to: Date
}

const SPANS_A_ROUND = 2000
const DAYS_BEHIND = 2
const DAYS_AHEAD = 7

const newestDue = async (): Promise<string | null> =>
  (await systemPool().query<{ no: string | null }>('SELECT max(no)::text AS no FROM telemetry.rollup_due')).rows[0]?.no ?? null

async function dueSpans(through: string): Promise<DueSpan[]> {
  const { rows } = await systemPool().query<DueSpan>(
    `SELECT lane_no AS "laneNo", org_id AS "orgId", (from_ts AT TIME ZONE 'UTC')::date::text AS day, array_agg(no::text) AS nos, min(from_ts) AS "from", max(to_ts) AS "to"
     FROM (SELECT * FROM telemetry.rollup_due WHERE no <= $2 ORDER BY no LIMIT $1) AS head GROUP BY 1, 2, 3 ORDER BY min(no)`,
    [SPANS_A_ROUND, through],
  )
  return rows
}

async function rollSpan(client: pg.ClientBase, span: DueSpan): Promise<void> {
  const orgNo = (await client.query<{ no: number }>('SELECT no FROM organization WHERE id = $1', [span.orgId])).rows[0]?.no
  const args = [orgNo, span.laneNo, span.orgId, span.from, span.to]
  const points = `(SELECT p.no FROM point p JOIN lane l ON l.site_id = p.site_id WHERE l.no = $2 AND p.org_id = $3) AS p`
  const keep = `ON CONFLICT (point_no, ts) DO UPDATE SET n = excluded.n, sum = excluded.sum, min = excluded.min, max = excluded.max, last = excluded.last`
  await client.query(
    `INSERT INTO telemetry.reading_minute (point_no, org_no, ts, n, sum, min, max, last)
     SELECT p.no, $1, r.* FROM ${points} CROSS JOIN LATERAL (
       SELECT date_trunc('minute', ts), count(*)::int, sum(value), min(value), max(value), (array_agg(value ORDER BY ts DESC))[1] FROM telemetry.reading
       WHERE point_no = p.no AND ts >= date_trunc('minute', $4::timestamptz) AND ts < date_trunc('minute', $5::timestamptz) + interval '1 minute' AND quality & 3 < 2
       GROUP BY 1) AS r ${keep}`,
    args,
  )
  await client.query(
    `INSERT INTO telemetry.reading_hour (point_no, org_no, ts, n, sum, min, max, last)
     SELECT p.no, $1, r.* FROM ${points} CROSS JOIN LATERAL (
       SELECT date_trunc('hour', ts, 'UTC'), sum(n)::int, sum(sum), min(min), max(max), (array_agg(last ORDER BY ts DESC))[1] FROM telemetry.reading_minute
       WHERE point_no = p.no AND ts >= date_trunc('hour', $4::timestamptz, 'UTC') AND ts < date_trunc('hour', $5::timestamptz, 'UTC') + interval '1 hour'
       GROUP BY 1) AS r ${keep}`,
    args,
  )
  await client.query('DELETE FROM telemetry.rollup_due WHERE no = ANY($1::bigint[])', [span.nos])
}

/**
 * rollUp recomputes the minutes and hours of every span that is behind when it begins: from the readings themselves, so that running it
 * twice or late readings change nothing wrongly. What comes meanwhile waits for the next run, else a running minute is rolled without end.
 */
export async function rollUp(): Promise<void> {
  const through = await newestDue()
  if (through === null) return
  for (let spans = await dueSpans(through); spans.length > 0; spans = await dueSpans(through))
    for (const span of spans) await systemTx((client) => rollSpan(client, span), span.orgId)
}

/** ensureDays makes the day partitions around today, and those named. */
export async function ensureDays(behind: number = DAYS_BEHIND): Promise<void> {
  await systemPool().query(`SELECT telemetry.ensure_partitions((now() AT TIME ZONE 'UTC')::date - $1::int, (now() AT TIME ZONE 'UTC')::date + $2::int)`, [behind, DAYS_AHEAD])
}

/** keepHouse makes the coming days' partitions and drops what is older than its retention. */
export async function keepHouse(): Promise<void> {
  await ensureDays()
  await systemPool().query(`SELECT telemetry.drop_partitions_before((now() AT TIME ZONE 'UTC')::date - $1::int)`, [RETENTION_DAYS.raw])
  const organizations = (await systemPool().query<{ orgId: string }>('SELECT DISTINCT org_id AS "orgId" FROM lane')).rows
  for (const { orgId } of organizations)
    await systemTx(async (client) => {
      await client.query(`DELETE FROM telemetry.reading_minute WHERE ts < now() - $1 * interval '1 day'`, [RETENTION_DAYS.minute])
      await client.query(`DELETE FROM telemetry.reading_hour WHERE ts < now() - $1 * interval '1 day'`, [RETENTION_DAYS.hour])
    }, orgId)
}
