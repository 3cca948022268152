import { systemTx } from '../../platform/db.ts'

/** BatchRow is a batch as it stands in the inbox, with the site whose lane judges it. */
export interface BatchRow {
  readonly id: string
  readonly sourceId: string
  readonly siteId: string
  readonly count: number
  readonly receivedAt: Date
  readonly doneAt: Date | null
  readonly stored: number | null
  readonly duplicates: number | null
  readonly late: number | null
  readonly quarantined: number | null
}

/** BatchRows is a batch with the rows that were not stored, in the order sent. */
export interface BatchRows {
  readonly batch: BatchRow
  readonly rejected: readonly { readonly index: number; readonly code: string; readonly detail: string }[]
}

/** loadBatch reads one batch of the organization with at most limit of its rejected rows; null when there is none. */
export const loadBatch = (orgId: string, batchId: string, limit: number): Promise<BatchRows | null> =>
  systemTx(async (client) => {
    const batches = await client.query<BatchRow>(
      `SELECT i.id, i.source_id AS "sourceId", l.site_id AS "siteId", i.count, i.received_at AS "receivedAt",
              i.done_at AS "doneAt", i.stored, i.duplicates, i.late, i.quarantined
         FROM inbox i JOIN lane l ON l.no = i.lane_no WHERE i.org_id = $1 AND i.id = $2 AND i.kind = 'readings'`,
      [orgId, batchId],
    )
    const batch = batches.rows[0]
    if (!batch) return null
    const rejected = await client.query<BatchRows['rejected'][number]>(
      'SELECT index, code, detail FROM quarantine WHERE org_id = $1 AND batch_id = $2 ORDER BY index LIMIT $3',
      [orgId, batchId, limit],
    )
    return { batch, rejected: rejected.rows }
  }, orgId)
