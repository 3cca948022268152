import { resolutionFor, type Resolution } from '#server/core/telemetry/resolution.ts'
import type { Exec } from '../../platform/db.ts'

/** SeriesRow is one bucket of a point's history: [time of the bucket's first reading (epoch ms), min, max, last]. */
export type SeriesRow = readonly [t: number, min: number, max: number, last: number]

/** Series is a point's history, decimated to at most the buckets asked for. */
export interface Series {
  readonly pointNo: number
  readonly source: Resolution
  readonly points: readonly SeriesRow[]
}

const COLUMNS: Record<Resolution, { table: string; min: string; max: string; last: string; good: string }> = {
  raw: { table: 'telemetry.reading', min: 'value', max: 'value', last: 'value', good: 'AND r.quality & 3 < 2' },
  minute: { table: 'telemetry.reading_minute', min: 'min', max: 'max', last: 'last', good: '' },
  hour: { table: 'telemetry.reading_hour', min: 'min', max: 'max', last: 'last', good: '' },
}

/** readSeries reads points' history in [fromMs, toMs), min and max per bucket so that no peak is lost; empty buckets are left out, so gaps stay gaps. */
export async function readSeries(exec: Exec, query: { pointNos: readonly number[]; fromMs: number; toMs: number; buckets: number }): Promise<Series[]> {
  const source = resolutionFor(query.fromMs, query.toMs, query.buckets)
  const c = COLUMNS[source]
  const rows = await exec.query<{ no: number; t: number; lo: number; hi: number; last: number }>(
    `SELECT p.no, b.t, b.lo, b.hi, b.last
     FROM unnest($1::int[]) AS p(no)
     CROSS JOIN LATERAL (
       SELECT (extract(epoch FROM min(r.ts)) * 1000)::float8 AS t, min(r.${c.min}) AS lo, max(r.${c.max}) AS hi, (array_agg(r.${c.last} ORDER BY r.ts DESC))[1] AS last
       FROM ${c.table} r
       WHERE r.point_no = p.no AND r.ts >= to_timestamp($2::float8 / 1000) AND r.ts < to_timestamp($3::float8 / 1000) ${c.good}
       GROUP BY floor((extract(epoch FROM r.ts) * 1000 - $2::float8) / $4::float8)
     ) AS b ORDER BY p.no, b.t`,
    [query.pointNos, query.fromMs, query.toMs, (query.toMs - query.fromMs) / query.buckets],
  )
  const byPoint = Map.groupBy(rows, (row) => row.no)
  return query.pointNos.map((pointNo) => ({
    pointNo,
    source,
    points: (byPoint.get(pointNo) ?? []).map((row): SeriesRow => [row.t, row.lo, row.hi, row.last]),
  }))
}

/** LatestReading is a point's newest reading; t in epoch ms, quality as stored. */
export interface LatestReading {
  readonly pointNo: number
  readonly t: number
  readonly value: number
  readonly quality: number
}

/** latestReadings reads the newest reading of each point; a point without any is left out. */
export async function latestReadings(exec: Exec, pointNos: readonly number[]): Promise<LatestReading[]> {
  if (pointNos.length === 0) return []
  return exec.query<LatestReading>(
    `SELECT p.no AS "pointNo", (extract(epoch FROM r.ts) * 1000)::float8 AS t, r.value, r.quality::int AS quality
     FROM unnest($1::int[]) AS p(no)
     CROSS JOIN LATERAL telemetry.latest_reading(p.no) AS r`,
    [pointNos],
  )
}

/** rawSeries reads a point's readings of judged quality in [fromMs, toMs), oldest first; the newest `limit` of them when there are more. */
export async function rawSeries(exec: Exec, pointNo: number, fromMs: number, toMs: number, limit: number): Promise<{ t: number; value: number }[]> {
  const rows = await exec.query<{ t: number; value: number }>(
    `SELECT (extract(epoch FROM ts) * 1000)::float8 AS t, value FROM telemetry.reading
     WHERE point_no = $1::int AND ts >= to_timestamp($2::float8 / 1000) AND ts < to_timestamp($3::float8 / 1000) AND quality & 3 < 2 ORDER BY ts DESC LIMIT $4::int`,
    [pointNo, fromMs, toMs, limit],
  )
  return rows.reverse()
}
