import type pg from 'pg'
import { systemPool } from '../../platform/db.ts'

/** InboxBatch is one undone row of a lane's inbox, as the drain takes it. */
export interface InboxBatch {
  readonly no: string
  readonly id: string
  readonly orgId: string
  readonly sourceId: string
  readonly kind: 'readings' | 'tick'
  readonly backlog: boolean
  readonly count: number
  readonly payload: Buffer | null
  readonly receivedAt: Date
}

/** NewInboxRow is a batch about to be made durable. */
export interface NewInboxRow {
  readonly id: string
  readonly orgId: string
  readonly laneNo: number
  readonly sourceId: string
  readonly batchKey: string
  readonly sha256: Buffer
  readonly kind: 'readings' | 'tick'
  readonly backlog: boolean
  readonly count: number
  readonly rejectedAtDoor: number
  readonly payload: Uint8Array
}

/** insertInbox commits a batch (one statement); null when its source already sent one under the same key. */
export async function insertInbox(row: NewInboxRow, client: pg.ClientBase | pg.Pool = systemPool()): Promise<string | null> {
  const result = await client.query<{ no: string }>({
    name: 'inbox-insert',
    text: `INSERT INTO inbox (id, org_id, lane_no, source_id, batch_key, sha256, kind, backlog, count, rejected_at_door, payload)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (source_id, batch_key) DO NOTHING RETURNING no`,
    values: [row.id, row.orgId, row.laneNo, row.sourceId, row.batchKey, row.sha256, row.kind, row.backlog, row.count, row.rejectedAtDoor, row.payload],
  })
  return result.rows[0]?.no ?? null
}

/** findInbox finds what a source sent under a key. */
export async function findInbox(sourceId: string, batchKey: string): Promise<{ id: string; sha256: Buffer; count: number } | null> {
  const result = await systemPool().query<{ id: string; sha256: Buffer; count: number }>(
    'SELECT id, sha256, count FROM inbox WHERE source_id = $1 AND batch_key = $2',
    [sourceId, batchKey],
  )
  return result.rows[0] ?? null
}

/** oldestUndoneMs tells how long, by the database's clock, the lane's oldest undone batch has been waiting; 0 when none is. */
export async function oldestUndoneMs(laneNo: number): Promise<number> {
  const result = await systemPool().query<{ ms: number | null }>({
    name: 'inbox-oldest',
    text: `SELECT (extract(epoch FROM now() - received_at) * 1000)::float8 AS ms FROM inbox WHERE lane_no = $1 AND done_at IS NULL ORDER BY no LIMIT 1`,
    values: [laneNo],
  })
  return result.rows[0]?.ms ?? 0
}

/** takeInbox reads the lane's next undone rows in inbox order, at most `maxBatches` and about `maxReadings`. The caller holds the lane's lock. */
export async function takeInbox(client: pg.ClientBase, laneNo: number, maxBatches: number, maxReadings: number): Promise<InboxBatch[]> {
  const result = await client.query<InboxBatch>({
    name: 'inbox-take',
    text: `SELECT no, id, org_id AS "orgId", source_id AS "sourceId", kind, backlog, count, payload, received_at AS "receivedAt"
           FROM (SELECT *, sum(count) OVER (ORDER BY no) - count AS before
                 FROM (SELECT * FROM inbox WHERE lane_no = $1 AND done_at IS NULL ORDER BY no LIMIT $2) AS head) AS counted
           WHERE before < $3 ORDER BY no`,
    values: [laneNo, maxBatches, maxReadings],
  })
  return result.rows
}

/** InboxOutcome is what became of a batch's rows. */
export interface InboxOutcome {
  readonly no: string
  readonly stored: number
  readonly duplicates: number
  readonly late: number
  readonly quarantined: number
  /** How far its source has come in event time with it (epoch ms), so that history can be heard again in the same order; null where nothing has come, or of a backlog. */
  readonly through: number | null
}

/**
 * markInboxDone records what became of the batches, in the transaction that stored their readings. The packed readings are
 * let go then: they lie in their table. A tick keeps its time, so that history can be replayed with it.
 */
export async function markInboxDone(client: pg.ClientBase, outcomes: readonly InboxOutcome[]): Promise<void> {
  await client.query({
    name: 'inbox-done',
    text: `UPDATE inbox SET done_at = clock_timestamp(), stored = o.stored, duplicates = o.duplicates, late = o.late, quarantined = o.quarantined,
             through = to_timestamp(o.through / 1000.0), payload = CASE WHEN inbox.kind = 'tick' THEN inbox.payload END
           FROM unnest($1::bigint[], $2::int[], $3::int[], $4::int[], $5::int[], $6::float8[]) AS o(no, stored, duplicates, late, quarantined, through)
           WHERE inbox.no = o.no`,
    values: [
      outcomes.map((o) => o.no), outcomes.map((o) => o.stored), outcomes.map((o) => o.duplicates),
      outcomes.map((o) => o.late), outcomes.map((o) => o.quarantined), outcomes.map((o) => o.through),
    ],
  })
}

/** lanesWithUndone lists lanes whose oldest undone row is older than the age given, with their highest undone inbox number. */
export async function lanesWithUndone(olderThanMs: number): Promise<{ lane: number; highest: string }[]> {
  const result = await systemPool().query<{ lane: number; highest: string }>(
    `SELECT lane_no AS lane, max(no)::text AS highest FROM inbox WHERE done_at IS NULL
     GROUP BY lane_no HAVING min(received_at) <= now() - $1 * interval '1 millisecond'`,
    [olderThanMs],
  )
  return result.rows
}

/** forgetOldBatches drops done batches received before the age given: after it a resend would be judged by its readings' own keys. */
export async function forgetOldBatches(olderThanDays: number): Promise<number> {
  const result = await systemPool().query(`DELETE FROM inbox WHERE done_at IS NOT NULL AND received_at < now() - $1 * interval '1 day'`, [olderThanDays])
  return result.rowCount ?? 0
}
