import type pg from 'pg'
import { newId } from '../../platform/ids.ts'

/** QuarantinedRow is a reading that could not be stored as it came. */
export interface QuarantinedRow {
  readonly batchId: string
  readonly sourceId: string
  readonly pointNo: number | null
  readonly index: number
  readonly t: number | null
  readonly value: number | null
  readonly unit: string | null
  readonly code: string
  readonly detail: string
}

/** saveQuarantine keeps the rows with their reasons, in the transaction of their batch. */
export async function saveQuarantine(client: pg.ClientBase, orgId: string, rows: readonly QuarantinedRow[]): Promise<void> {
  if (rows.length === 0) return
  await client.query(
    `INSERT INTO quarantine (org_id, id, batch_id, source_id, point_no, index, ts, value, unit, code, detail)
     SELECT $1, q.id, q.batch_id, q.source_id, q.point_no, q.index, to_timestamp(q.t / 1000), q.value, q.unit, q.code, q.detail
     FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::int[], $7::float8[], $8::float8[], $9::text[], $10::text[], $11::text[])
       AS q(id, batch_id, source_id, point_no, index, t, value, unit, code, detail)`,
    [
      orgId, rows.map(() => newId()), rows.map((r) => r.batchId), rows.map((r) => r.sourceId), rows.map((r) => r.pointNo), rows.map((r) => r.index),
      rows.map((r) => r.t), rows.map((r) => r.value), rows.map((r) => r.unit), rows.map((r) => r.code), rows.map((r) => r.detail),
    ],
  )
}

/** noteSkew raises (or counts up) the source-health notice about a clock that runs ahead. */
export async function noteSkew(client: pg.ClientBase, orgId: string, sourceId: string, detail: string): Promise<void> {
  await client.query(
    `INSERT INTO health_notice (org_id, id, kind, subject_id, detail) VALUES ($1, $2, 'source-clock', $3, $4)
     ON CONFLICT (org_id, kind, subject_id) DO UPDATE SET last_at = now(), count = health_notice.count + 1, detail = excluded.detail, resolved_at = NULL`,
    [orgId, newId(), sourceId, detail],
  )
}
