import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { systemTx, type Exec } from '../../platform/db.ts'
import { CopyDecoder, type ReadColumns } from './copy-decode.ts'

/** PastAsk asks for what was kept of points in [fromMs, toMs). */
export interface PastAsk {
  readonly orgId: string
  readonly pointNos: readonly number[]
  readonly fromMs: number
  readonly toMs: number
  /** Only what was judged live: what came late, was imported or came from a backlog is left out. */
  readonly asJudged: boolean
}

/** PastSlice is the readings between the slice before it and `to` (epoch ms), point by point, each point's oldest first. */
export interface PastSlice extends Readonly<ReadColumns> { readonly to: number }

// As many readings as one slice should have: enough to be read fast, few enough to be held.
const AIM = 200_000
const SHORTEST_MS = 1000
const LONGEST_MS = 32 * 86_400_000
const FIRST_MS = 6 * 3_600_000
const MOST_CHANGE = 4

const whole = (value: number): string => String(Math.trunc(value))
const time = (ms: number): string => `to_timestamp(${ms} / 1000.0)`

async function readSlice(client: pg.PoolClient, { pointNos, asJudged }: PastAsk, fromMs: number, toMs: number): Promise<ReadColumns> {
  // COPY takes no parameters: everything in this text is a number. Each point's rows come from its own part of the index, in its order.
  const stream = client.query(copyTo(
    `COPY (SELECT p.no, r.ts, r.value FROM unnest(ARRAY[${pointNos.map(whole).join(',')}]::int[]) AS p (no)
           CROSS JOIN LATERAL (SELECT ts, value FROM telemetry.reading WHERE point_no = p.no AND ts >= ${time(fromMs)} AND ts < ${time(toMs)}
                                 AND ${asJudged ? 'quality IN (0, 1)' : 'quality & 3 < 2'} ORDER BY ts) AS r) TO STDOUT (FORMAT binary)`,
  ))
  const decoder = new CopyDecoder(AIM)
  for await (const piece of stream) decoder.push(piece as Buffer)
  return decoder.end()
}

// A range may begin long before anything was kept.
async function firstOf({ orgId, pointNos, fromMs, toMs }: PastAsk): Promise<number | null> {
  if (pointNos.length === 0) return null
  const { rows } = await systemTx(
    (client) => client.query<{ at: number | null }>(
      `SELECT (extract(epoch FROM min(r.ts)) * 1000)::float8 AS at FROM unnest($1::int[]) AS p (no)
       CROSS JOIN LATERAL (SELECT min(ts) AS ts FROM telemetry.reading WHERE point_no = p.no AND ts >= to_timestamp($2 / 1000.0) AND ts < to_timestamp($3 / 1000.0)) AS r`,
      [pointNos, fromMs, toMs],
    ),
    orgId,
  )
  return rows[0]?.at ?? null
}

/**
 * readPast reads history slice by slice, each in a transaction of its own, so that months pass through bounded memory and nothing is
 * held up meanwhile. The stretches grow and shrink with what they hold; each ends at a whole millisecond.
 */
export async function* readPast(ask: PastAsk): AsyncGenerator<PastSlice> {
  const first = await firstOf(ask)
  if (first === null) yield { ...new CopyDecoder(0).columns, to: ask.toMs }
  let span = FIRST_MS
  for (let from = first ?? ask.toMs; from < ask.toMs; ) {
    const to = Math.min(ask.toMs, from + span)
    const columns = await systemTx((client) => readSlice(client, ask, from, to), ask.orgId)
    yield { ...columns, to }
    const share = columns.n === 0 ? MOST_CHANGE : Math.min(MOST_CHANGE, Math.max(1 / MOST_CHANGE, AIM / columns.n))
    span = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, Math.floor(span * share)))
    from = to
  }
}

/** PastExtent is from when to when readings of points are kept (epoch ms of the oldest and the newest). */
export interface PastExtent { readonly fromMs: number; readonly toMs: number }

/** findExtent finds how far back readings of points are kept, and the newest; null where there are none. */
export async function findExtent(exec: Exec, pointNos: readonly number[]): Promise<PastExtent | null> {
  if (pointNos.length === 0) return null
  const [row] = await exec.query<{ fromMs: number | null; toMs: number | null }>(
    `SELECT (extract(epoch FROM min(oldest.ts)) * 1000)::float8 AS "fromMs", (extract(epoch FROM max(newest.ts)) * 1000)::float8 AS "toMs" FROM unnest($1::int[]) AS p (no)
     CROSS JOIN LATERAL (SELECT ts FROM telemetry.reading WHERE point_no = p.no ORDER BY ts LIMIT 1) AS oldest
     CROSS JOIN LATERAL telemetry.latest_reading(p.no) AS newest`,
    [pointNos],
  )
  return row?.fromMs == null || row.toMs === null ? null : { fromMs: row.fromMs, toMs: row.toMs }
}

/** PastGap is a stretch of a point of which readings are no longer kept, while its hours are (epoch ms). */
export interface PastGap { readonly pointNo: number; readonly fromMs: number; readonly toMs: number }

/** findGaps finds where in a range the readings of points were dropped and only their hours are left: before the oldest reading that is kept. */
export async function findGaps(orgId: string, pointNos: readonly number[], fromMs: number, toMs: number): Promise<PastGap[]> {
  if (pointNos.length === 0) return []
  return systemTx(
    async (client) => (await client.query<PastGap>(
      `SELECT p.no AS "pointNo", (extract(epoch FROM h.first) * 1000)::float8 AS "fromMs", (extract(epoch FROM coalesce(r.first, h.last + interval '1 hour')) * 1000)::float8 AS "toMs"
       FROM unnest($1::int[]) AS p (no)
       CROSS JOIN LATERAL (SELECT min(ts) AS first FROM telemetry.reading WHERE point_no = p.no AND ts >= to_timestamp($2 / 1000.0) AND ts < to_timestamp($3 / 1000.0)) AS r
       CROSS JOIN LATERAL (SELECT min(ts) AS first, max(ts) AS last FROM telemetry.reading_hour
                           WHERE point_no = p.no AND ts >= to_timestamp($2 / 1000.0) AND ts < to_timestamp($3 / 1000.0) AND ts + interval '1 hour' <= coalesce(r.first, 'infinity')) AS h
       WHERE h.first IS NOT NULL ORDER BY p.no`,
      [pointNos, fromMs, toMs],
    )).rows,
    orgId,
  )
}

/** sourceEnds finds each source's newest reading within a range, of whichever of the points given (epoch ms). */
export async function sourceEnds(
  orgId: string, points: readonly { readonly no: number; readonly sourceId: string }[], fromMs: number, toMs: number,
): Promise<{ sourceId: string; at: number }[]> {
  if (points.length === 0) return []
  return systemTx(
    async (client) => (await client.query<{ sourceId: string; at: number }>(
      `SELECT p.source AS "sourceId", (extract(epoch FROM max(r.ts)) * 1000)::float8 AS at FROM unnest($1::int[], $2::uuid[]) AS p (no, source)
       CROSS JOIN LATERAL (SELECT max(ts) AS ts FROM telemetry.reading WHERE point_no = p.no AND ts >= to_timestamp($3 / 1000.0) AND ts < to_timestamp($4 / 1000.0)) AS r
       WHERE r.ts IS NOT NULL GROUP BY p.source ORDER BY p.source`,
      [points.map((point) => point.no), points.map((point) => point.sourceId), fromMs, toMs],
    )).rows,
    orgId,
  )
}
