import { systemPool, systemTx } from '../../platform/db.ts'

/** JournalAsk asks for the inputs of sources as a site's lane judged them. */
export interface JournalAsk {
  readonly orgId: string
  readonly siteId: string
  readonly sourceIds: readonly string[]
  /** Ticks only: with one source, its readings are in their own order anyway. */
  readonly ticksOnly: boolean
}

/** JournalInput is one input as it was judged: `through` is how far its source had come in event time then, `at` a tick's own time (epoch ms). */
export interface JournalInput {
  readonly no: string
  readonly kind: 'readings' | 'tick'
  readonly sourceId: string
  readonly through: number
  readonly at: number
}

const PAGE = 5000
const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`
const LANE = '(SELECT no FROM lane WHERE org_id = $1 AND site_id = $2)'

/** readJournal reads what is kept of the inputs in inbox order. */
export async function* readJournal({ orgId, siteId, sourceIds, ticksOnly }: JournalAsk): AsyncGenerator<JournalInput> {
  for (let after = '0'; ; ) {
    const { rows } = await systemPool().query<JournalInput & { payload: Buffer | null }>(
      `SELECT i.no::text, i.kind, i.source_id AS "sourceId", ${ms('i.through')} AS through, i.payload FROM inbox i
       WHERE i.lane_no = ${LANE} AND i.no > $3 AND i.source_id = ANY ($4::uuid[]) AND i.done_at IS NOT NULL AND NOT i.backlog AND i.through IS NOT NULL AND (i.kind = 'tick' OR NOT $5) ORDER BY i.no LIMIT $6`,
      [orgId, siteId, after, sourceIds, ticksOnly, PAGE],
    )
    for (const { payload, ...row } of rows) yield { ...row, at: payload === null ? row.through : Number(payload.toString('utf8')) }
    const last = rows.at(-1)
    if (last === undefined || rows.length < PAGE) return
    after = last.no
  }
}

/** JournalBegin is to which event time a source had come by the first of its inputs that is kept; whole tells that nothing came before. */
export interface JournalBegin { readonly sourceId: string; readonly through: number; readonly whole: boolean }

/** journalBegins tells where the journal of each source begins; a source of which nothing is kept is left out. */
export async function journalBegins({ orgId, siteId, sourceIds }: Pick<JournalAsk, 'orgId' | 'siteId' | 'sourceIds'>, keptDays: number): Promise<JournalBegin[]> {
  return systemTx(
    async (client) => (await client.query<JournalBegin>(
      `SELECT s.id AS "sourceId", ${ms('first.through')} AS through, s.created_at > now() - $4 * interval '1 day' AND NOT EXISTS (
                SELECT FROM inbox i WHERE i.source_id = s.id AND i.done_at IS NOT NULL AND NOT i.backlog AND i.through IS NULL AND i.stored > 0) AS whole
       FROM source s JOIN LATERAL (
         SELECT through FROM inbox WHERE lane_no = ${LANE} AND source_id = s.id AND done_at IS NOT NULL AND NOT backlog AND through IS NOT NULL ORDER BY no LIMIT 1) AS first ON true
       WHERE s.org_id = $1 AND s.site_id = $2 AND s.id = ANY ($3::uuid[]) ORDER BY s.id`,
      [orgId, siteId, sourceIds, keptDays],
    )).rows,
    orgId,
  )
}
